// testcontainers is loaded when a container is asked for; most users never need it.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UnreachableError, UsageError } from '../../specs/kit/errors.ts';

export type Testcontainers = typeof import('testcontainers');

export async function loadTestcontainers(): Promise<Testcontainers> {
  // Our guardian cleans up after a crash; the library's own would be one more image to fetch.
  process.env['TESTCONTAINERS_RYUK_DISABLED'] ??= 'true';
  try {
    return await import('testcontainers');
  } catch {
    return loadFromProject();
  }
}

/** `npx chatproof` lives elsewhere than what the project has installed. */
async function loadFromProject(): Promise<Testcontainers> {
  try {
    const path = createRequire(join(process.cwd(), 'package.json')).resolve('testcontainers');
    const loaded: Partial<Testcontainers> & { default?: Testcontainers } = await import(
      pathToFileURL(path).href
    );
    if (loaded.default !== undefined) return loaded.default;
  } catch {
    // It is told below: the project has no such package.
  }
  throw new UsageError(
    'A container in `lifecycle` needs the package testcontainers: run `npm install --save-dev testcontainers`.',
  );
}

/** The Docker client; one sentence when there is no Docker. */
export async function containerRuntime(): Promise<
  Awaited<ReturnType<Testcontainers['getContainerRuntimeClient']>>['container']['dockerode']
> {
  const { getContainerRuntimeClient } = await loadTestcontainers();
  try {
    return (await getContainerRuntimeClient()).container.dockerode;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UnreachableError(
      `A container in \`lifecycle\` needs Docker, which does not answer (${why.replace(/\.$/, '')}): start it, or use lifecycle.start with a command.`,
    );
  }
}

/** What marks the containers of one run, so that also those are found that were only just being started. */
export const LABEL = 'chatproof.run';

/** Removes every container of a run, whatever state it is in. */
export async function removeContainers(run: string): Promise<void> {
  const docker = await containerRuntime();
  const found = await docker.listContainers({ all: true, filters: { label: [`${LABEL}=${run}`] } });
  await Promise.all(found.map(({ Id }) => docker.getContainer(Id).remove({ force: true, v: true })));
}
