// Containers as the configuration describes them, not yet started.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { GenericContainer, StartedNetwork } from 'testcontainers';
import { UsageError } from '../../specs/kit/errors.ts';
import type { ContainerConfig } from '../config/config.ts';
import { freePort } from '../free-port.ts';
import type { Testcontainers } from './testcontainers.ts';

export interface Place {
  parts: Testcontainers;
  network: StartedNetwork;
  /** Marks all containers of one run. */
  labels: Record<string, string>;
}

/** What is wrong with it is said before anything is started. */
export function portOf({ ports = [], image, build }: ContainerConfig): number {
  const [port] = ports;
  if (port === undefined)
    throw new UsageError('lifecycle.container has no `ports`: list the port that the server listens on.');
  if ((image === undefined) === (build === undefined))
    throw new UsageError('lifecycle.container needs either `image` or `build`, and not both.');
  if (build !== undefined && !existsSync(join(resolve(build), 'Dockerfile')))
    throw new UsageError(
      `lifecycle.container.build is "${build}", but ${join(build, 'Dockerfile')} does not exist.`,
    );
  return port;
}

export async function targetContainer(config: ContainerConfig, place: Place): Promise<GenericContainer> {
  const { image, build = '.', ports = [], command, mounts = [] } = config;
  const base =
    image === undefined ? await built(resolve(build), place) : new place.parts.GenericContainer(image);
  const exposed = await Promise.all(
    // A port of our own choosing stays the same when the container is restarted.
    ports.map(async (one) => ({ container: one, host: await freePort() })),
  );
  return joined(base, place, { name: 'target', env: config.env, command })
    .withExposedPorts(...exposed)
    .withBindMounts(mounts.map(mountOf));
}

export function joined(
  container: GenericContainer,
  { network, labels }: Place,
  {
    name,
    env = {},
    command,
  }: { name: string; env: Record<string, string> | undefined; command: string[] | undefined },
): GenericContainer {
  const all = container
    .withNetwork(network)
    .withNetworkAliases(name)
    .withEnvironment(env)
    .withLabels(labels)
    // We wait ourselves: Ctrl-C ends that, and a container that has died does.
    .withWaitStrategy({
      waitUntilReady: async () => undefined,
      withStartupTimeout() {
        return this;
      },
      isStartupTimeoutSet: () => true,
      getStartupTimeout: () => 0,
    });
  return command === undefined ? all : all.withCommand(command);
}

/** The name stays the same, so that images do not pile up and the next build is quick. */
function built(folder: string, { parts }: Place): Promise<GenericContainer> {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  return parts.GenericContainer.fromDockerfile(folder).build(`chatproof-target:${name}`, {
    deleteOnExit: false,
  });
}

function mountOf(text: string): { source: string; target: string; mode: 'ro' | 'rw' } {
  const [source, target, mode = 'rw'] = text.split(':');
  if (source === undefined || target === undefined || (mode !== 'ro' && mode !== 'rw'))
    throw new UsageError(`lifecycle.container.mounts has "${text}": write from:to, or from:to:ro.`);
  return { source: resolve(source), target, mode };
}
