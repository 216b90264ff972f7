import { type RunningServer, type ServeOptions, serve } from '../../reference-server/server.ts';
import { UsageError } from '../../specs/kit/errors.ts';

/** Runs the server of one dialect, or says why it can't listen where it was told to. */
export async function listen(dialect: string, options: ServeOptions): Promise<RunningServer> {
  try {
    return await serve(dialect, options);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw explained(code, options) ?? error;
  }
}

function explained(code: unknown, { host = '127.0.0.1', port = 0 }: ServeOptions): UsageError | undefined {
  const where = `Port ${port} on ${host}`;
  if (code === 'EADDRINUSE') return new UsageError(`${where} is taken: give another port, or 0 for any.`);
  if (code === 'EACCES')
    return new UsageError(`${where} may not be used: give a port above 1023, or 0 for any.`);
  if (code !== 'EADDRNOTAVAIL' && code !== 'ENOTFOUND') return undefined;
  return new UsageError(
    `The host "${host}" is not an address of this machine: give 127.0.0.1, or another one that is.`,
  );
}
