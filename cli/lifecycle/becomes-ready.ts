// Waiting for a container: until a path answers, or until a line is in its log.
import { UnreachableError } from '../../specs/kit/errors.ts';
import { answers, until } from './ready.ts';

export async function becomesReady(
  wait: string,
  {
    container,
    http,
    printed,
    within,
  }: {
    container: { wait(): Promise<{ StatusCode: number }> };
    http: string;
    printed: () => boolean;
    within: number;
  },
): Promise<void> {
  let code: number | undefined;
  const watch = async (): Promise<void> => {
    code = (await container.wait()).StatusCode;
  };
  watch().catch(() => undefined);
  const limits = { within, over: () => code !== undefined };
  const path = wait.startsWith('/');
  if (await (path ? answers(`${http}${wait}`, limits) : until(printed, limits))) return;
  if (code !== undefined) throw new UnreachableError(`it ended with exit code ${code}`);
  throw new UnreachableError(
    path
      ? `nothing answers at ${http}${wait} below 500 within ${within} ms: correct lifecycle.container.wait, or raise --patience`
      : `"${wait}" is not in its log after ${within} ms: correct its wait in lifecycle.container, or raise --patience`,
  );
}
