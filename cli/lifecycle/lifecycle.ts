// `lifecycle` in the configuration: starts the target once, however many dialects it speaks, and stops it with the last.
import { UsageError } from '../../specs/kit/errors.ts';
import type { LifecycleConfig } from '../config/config.ts';
import { answering } from '../embedding/answering.ts';
import { relayCommand } from '../embedding/request.ts';
import { startWithCommands } from './commands.ts';
import { startCompose } from './compose.ts';
import { startContainer } from './container.ts';
import type { Running } from './running.ts';

export interface Lifecycle {
  address: { http: string; ws: string } | undefined;
  /** A command that kills the target and starts it again, for processes that cannot do it themselves. */
  restart: { command: string } | undefined;
  log(): Promise<string>;
  stop(): Promise<void>;
}

interface Shared {
  started: Promise<Lifecycle>;
  users: number;
}

const shared = new Map<LifecycleConfig, Shared>();

/** How long a server may take to become ready, before --patience. */
const usual = 60_000;

/** True when there is something to start; `restart` alone is for a server that runs already. */
export function starts(config: LifecycleConfig | undefined): config is LifecycleConfig {
  return config?.start !== undefined || config?.container !== undefined || config?.compose !== undefined;
}

export async function startTarget(
  config: LifecycleConfig,
  { target, patience }: { target: string | undefined; patience: number },
): Promise<Lifecycle> {
  const one = shared.get(config) ?? { started: begin(config, target, usual * patience), users: 0 };
  shared.set(config, one);
  one.users += 1;
  const leave = async (): Promise<boolean> => {
    one.users -= 1;
    if (one.users > 0) return false;
    shared.delete(config);
    return true;
  };
  try {
    const started = await one.started;
    return {
      ...started,
      async stop() {
        if (await leave()) await started.stop();
      },
    };
  } catch (error) {
    await leave();
    throw error;
  }
}

async function begin(
  config: LifecycleConfig,
  target: string | undefined,
  within: number,
): Promise<Lifecycle> {
  const running = await start(config, target, within);
  const { restart } = running;
  const again = async (): Promise<object> => {
    await restart?.();
    return {};
  };
  const relay = restart === undefined ? undefined : await answering(again);
  return {
    address: running.address,
    restart: relay === undefined ? undefined : { command: relayCommand(relay.url) },
    log: () => running.log(),
    async stop() {
      await relay?.close();
      await running.stop();
    },
  };
}

function start(config: LifecycleConfig, target: string | undefined, within: number): Promise<Running> {
  const ways = (['start', 'container', 'compose'] as const).filter((key) => config[key] !== undefined);
  if (ways.length > 1)
    throw new UsageError(`lifecycle has ${ways.join(' and ')}: choose one of them to start the target.`);
  if (config.container !== undefined) return startContainer(config.container, { within });
  if (target === undefined)
    throw new UsageError('`lifecycle` starts a server, but `target` does not say where it then is: add it.');
  if (config.compose !== undefined)
    return startCompose(config.compose, { target, ready: config.ready, within });
  const { start: command = '', ready, stop, restart } = config;
  return startWithCommands({ start: command, ready, stop, restart }, { target, within });
}
