// A target that is a container, with the services that it needs on a private network.

import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { GenericContainer, StartedNetwork, StartedTestContainer } from 'testcontainers';
import { UnreachableError, UsageError } from '../../specs/kit/errors.ts';
import type { ContainerConfig } from '../config/config.ts';
import { freePort } from '../free-port.ts';
import { guard } from './guard.ts';
import { unlessInterrupted } from './interruption.ts';
import { lastLines, type Running } from './running.ts';
import { containerRuntime, LABEL, loadTestcontainers, removeContainers } from './testcontainers.ts';

type Parts = Awaited<ReturnType<typeof loadTestcontainers>>;

/** Characters of a log that are kept: its end says most. */
const kept = 1_000_000;

export async function startContainer(
  config: ContainerConfig,
  { within }: { within: number },
): Promise<Running> {
  const [port] = config.ports ?? [];
  if (port === undefined)
    throw new UsageError('lifecycle.container has no `ports`: list the port that the server listens on.');
  const parts = await loadTestcontainers();
  await containerRuntime();
  const label = randomBytes(6).toString('hex');
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const act of undo.splice(0).reverse()) await act().catch(() => undefined);
  };
  let log = '';
  const hear = (name: string) => (stream: Readable) => {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text.replace(/^(?=.)/gm, name === '' ? '' : `${name}  `)).slice(-kept);
    });
  };
  const run = async (container: GenericContainer, name: string): Promise<StartedTestContainer> =>
    unlessInterrupted(
      container
        .withLabels({ [LABEL]: label })
        .withLogConsumer(hear(name))
        .withStartupTimeout(within)
        .start(),
    );
  try {
    const network = await new parts.Network().start();
    const forgetNetwork = guard({ kind: 'network', id: network.getId() });
    undo.push(async () => {
      await network.stop();
      forgetNetwork();
    });
    const forgetContainers = guard({ kind: 'containers', id: label });
    undo.push(async () => {
      await removeContainers(label);
      forgetContainers();
    });
    for (const { name, image, env, command, wait } of config.services ?? []) {
      const container = joined(new parts.GenericContainer(image), network, name, env);
      if (command !== undefined) container.withCommand(command);
      if (wait !== undefined) container.withWaitStrategy(parts.Wait.forLogMessage(wait));
      await run(container, name);
    }
    const target = await run(await described(config, port, { network, parts }), '');
    const http = `http://${target.getHost()}:${target.getMappedPort(port)}`;
    return {
      address: { http, ws: http.replace(/^http/, 'ws') },
      ...(config.restart === false
        ? {}
        : {
            async restart() {
              const since = Math.floor(Date.now() / 1_000);
              await target.restart({ timeout: 0 });
              hear('')(await target.logs({ since }));
            },
          }),
      log: async () => log,
      stop,
    };
  } catch (error) {
    await stop();
    if (error instanceof UsageError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    const name = config.image ?? config.build ?? 'of lifecycle';
    throw new UnreachableError(
      `The container ${name} did not become ready: ${why.replace(/\.$/, '')}.${lastLines(log)}`,
    );
  }
}

async function described(
  config: ContainerConfig,
  port: number,
  { network, parts }: { network: StartedNetwork; parts: Parts },
): Promise<GenericContainer> {
  const { image, build, ports = [], command, mounts = [], wait = '/' } = config;
  if ((image === undefined) === (build === undefined))
    throw new UsageError('lifecycle.container needs either `image` or `build`, and not both.');
  const base =
    image === undefined
      ? await parts.GenericContainer.fromDockerfile(resolve(build ?? '.')).build()
      : new parts.GenericContainer(image);
  const exposed = await Promise.all(
    // A port of our own choosing stays the same when the container is restarted.
    ports.map(async (one) => ({ container: one, host: await freePort() })),
  );
  const container = joined(base, network, 'target', config.env)
    .withExposedPorts(...exposed)
    .withBindMounts(mounts.map(mountOf))
    .withWaitStrategy(
      wait.startsWith('/')
        ? parts.Wait.forHttp(wait, port, { abortOnContainerExit: true }).forStatusCodeMatching(
            (status) => status < 500,
          )
        : parts.Wait.forLogMessage(wait),
    );
  return command === undefined ? container : container.withCommand(command);
}

function joined(
  container: GenericContainer,
  network: StartedNetwork,
  name: string,
  env: Record<string, string> = {},
): GenericContainer {
  return container.withNetwork(network).withNetworkAliases(name).withEnvironment(env);
}

function mountOf(text: string): { source: string; target: string; mode: 'ro' | 'rw' } {
  const [source, target, mode = 'rw'] = text.split(':');
  if (source === undefined || target === undefined || (mode !== 'ro' && mode !== 'rw'))
    throw new UsageError(`lifecycle.container.mounts has "${text}": write from:to, or from:to:ro.`);
  return { source: resolve(source), target, mode };
}
