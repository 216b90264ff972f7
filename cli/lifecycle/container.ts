// A target that is a container, with the services that it needs on a private network.

import { randomBytes } from 'node:crypto';
import type { GenericContainer, StartedTestContainer } from 'testcontainers';
import { UnreachableError, UsageError } from '../../specs/kit/errors.ts';
import type { ContainerConfig } from '../config/config.ts';
import { lastWords } from './autopsy.ts';
import { becomesReady } from './becomes-ready.ts';
import { joined, portOf, targetContainer } from './describe.ts';
import { guard } from './guard.ts';
import { unlessInterrupted } from './interruption.ts';
import { newLog } from './log.ts';
import { lastLines, type Running } from './running.ts';
import { containerRuntime, LABEL, loadTestcontainers, removeContainers } from './testcontainers.ts';

export async function startContainer(
  config: ContainerConfig,
  { within }: { within: number },
): Promise<Running> {
  const port = portOf(config);
  const parts = await loadTestcontainers();
  const docker = await containerRuntime();
  const label = randomBytes(6).toString('hex');
  const log = newLog();
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const act of undo.splice(0).reverse()) await act().catch(() => undefined);
  };
  let current = config.image ?? config.build ?? '';
  const run = (container: GenericContainer, name?: string): Promise<StartedTestContainer> =>
    unlessInterrupted(container.withLogConsumer((stream) => log.hear(stream, name)).start());

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
    const place = { parts, network, labels: { [LABEL]: label } };
    for (const { name, image, env, command, wait } of config.services ?? []) {
      current = name;
      const printed = wait === undefined ? undefined : log.since(wait);
      const service = await run(
        joined(new parts.GenericContainer(image), place, { name, env, command }),
        name,
      );
      if (wait !== undefined && printed !== undefined)
        await becomesReady(wait, {
          container: docker.getContainer(service.getId()),
          http: '',
          printed,
          within,
        });
    }
    current = config.image ?? config.build ?? '';
    const wait = config.wait ?? '/';
    const printed = log.since(wait);
    const target = await run(await unlessInterrupted(targetContainer(config, place)));
    const container = docker.getContainer(target.getId());
    const http = `http://${target.getHost()}:${target.getMappedPort(port)}`;
    await becomesReady(wait, { container, http, printed, within });
    const restart = async (): Promise<void> => {
      // It may have died by itself.
      await container.kill().catch(() => undefined);
      await container.wait();
      const again = log.since(wait);
      await container.start();
      const { State } = await container.inspect();
      log.hear(await target.logs({ since: Date.parse(State.StartedAt) / 1_000 }));
      await becomesReady(wait, { container, http, printed: again, within });
    };
    return {
      address: { http, ws: http.replace(/^http/, 'ws') },
      ...(config.restart === false ? {} : { restart }),
      log: async () => log.text(),
      stop,
    };
  } catch (error) {
    const printed = log.text() === '' ? await lastWords(label).catch(() => '') : log.text();
    await stop();
    if (error instanceof UsageError) throw error;
    const why = error instanceof Error ? error.message.trim().replace(/\.$/, '') : String(error);
    throw new UnreachableError(`The container ${current} did not become ready: ${why}.${lastLines(printed)}`);
  }
}
