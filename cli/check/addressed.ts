// Where the target of one dialect is and where its people come from: flags over configuration, else the embedded server.
import type { Dialect } from '../../specs/kit/dialect.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import type { Driver } from '../../suites/kit/driver.ts';
import type { Source } from '../../suites/kit/provision.ts';
import type { Target } from '../../suites/kit/target.ts';
import type { Config } from '../config/config.ts';
import { configOf, targetOf, wsOf } from '../config/target.ts';
import { embed } from './embedded.ts';
import type { CheckFlags } from './options.ts';

export interface Addressed {
  target: Target;
  embedded: boolean;
  /** How its owner says that it is killed and started again. */
  restart?: { command: string };
  /** Throws when nobody said where people come from. */
  source(): Source;
  close(): Promise<void>;
}

export async function addressed(
  dialect: Dialect,
  driver: Driver<unknown>,
  flags: CheckFlags,
  config: Config,
): Promise<Addressed> {
  const own = { ...configOf(config, dialect.name), ...given(flags) };
  if (own.target !== undefined) {
    const at = { http: own.target, ws: own.ws ?? wsOf(own.target) };
    return {
      target: targetOf(at, own, driver, dialect),
      embedded: false,
      source: () => sourceOf(own.people, own.provision, dialect.name),
      ...(own.lifecycle?.restart === undefined ? {} : { restart: { command: own.lifecycle.restart } }),
      close: async () => undefined,
    };
  }
  const server = await embed(dialect.name);
  return {
    target: targetOf({ http: server.http, ws: server.ws }, {}, driver, dialect),
    embedded: true,
    source: () => server.source,
    close: () => server.close(),
  };
}

type Given = Pick<CheckFlags, 'target' | 'ws' | 'people' | 'provision'>;

function given({ target, ws, people, provision }: CheckFlags): Given {
  return Object.fromEntries(
    Object.entries({
      target: address('--target', target, /^https?:\/\//),
      ws: address('--ws', ws, /^wss?:\/\//),
      people,
      provision,
    }).filter(([, value]) => value !== undefined),
  );
}

function address(option: string, value: string | undefined, form: RegExp): string | undefined {
  if (value === undefined) return undefined;
  const example = option === '--ws' ? 'ws://127.0.0.1:8000' : 'http://127.0.0.1:8000';
  if (!form.test(value) || !URL.canParse(value))
    throw new UsageError(`${option} is "${value}", but has to be an address like ${example}.`);
  return value.replace(/\/$/, '');
}

function sourceOf(people: string | undefined, command: string | undefined, dialect: string): Source {
  if (command !== undefined) return { kind: 'command', command };
  if (people !== undefined) return { kind: 'file', file: people };
  throw new UsageError(
    `The target of ${dialect} has no people: say who they are with --people FILE, or how to get them with --provision COMMAND.`,
  );
}
