// Where the target of one dialect is and where its people come from: flags over configuration, else the embedded server.
import type { Dialect } from '../../specs/kit/dialect.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import type { Driver } from '../../suites/kit/driver.ts';
import type { Source } from '../../suites/kit/provision.ts';
import type { Target } from '../../suites/kit/target.ts';
import type { Config, TargetConfig } from '../config/config.ts';
import { configOf, targetOf, wsOf } from '../config/target.ts';
import { starts, startTarget } from '../lifecycle/lifecycle.ts';
import { embed } from './embedded.ts';
import type { CheckFlags } from './options.ts';

export interface Addressed {
  target: Target;
  embedded: boolean;
  /** How its owner says that it is killed and started again. */
  restart?: { command: string };
  /** What the target has printed, when chatproof has started it. */
  log?: () => Promise<string>;
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
  // Whoever names a target on the command line means one that runs already.
  if (flags.target === undefined && starts(own.lifecycle)) {
    const patience = Number(flags.patience ?? config.patience ?? 1) || 1;
    const lifecycle = await startTarget(own.lifecycle, { target: own.target, patience });
    const http = lifecycle.address?.http ?? own.target ?? '';
    const at = { http, ws: lifecycle.address?.ws ?? own.ws ?? wsOf(http) };
    const { log, stop: close, restart } = lifecycle;
    try {
      return {
        ...running(at, own, { dialect, driver }),
        ...(restart === undefined ? {} : { restart }),
        log,
        close,
      };
    } catch (error) {
      await close();
      throw error;
    }
  }
  if (own.target !== undefined)
    return running({ http: own.target, ws: own.ws ?? wsOf(own.target) }, own, { dialect, driver });
  forEmbedded(flags, own);
  const server = await embed(dialect.name);
  return {
    target: targetOf({ http: server.http, ws: server.ws }, {}, driver, dialect),
    embedded: true,
    source: () => server.source,
    close: () => server.close(),
  };
}

function running(
  at: { http: string; ws: string },
  own: TargetConfig,
  { dialect, driver }: { dialect: Dialect; driver: Driver<unknown> },
): Addressed {
  const { restart } = own.lifecycle ?? {};
  const env = { CHATPROOF_TARGET: at.http, CHATPROOF_WS: at.ws, CHATPROOF_DIALECT: dialect.name };
  return {
    target: targetOf(at, own, driver, dialect),
    embedded: false,
    source: () => sourceOf(own, dialect.name, env),
    ...(restart === undefined ? {} : { restart: { command: restart } }),
    close: async () => undefined,
  };
}

/** Whoever says something about a target and names none would be shown the verdict on our own server. */
function forEmbedded(flags: CheckFlags, own: TargetConfig): void {
  for (const name of ['ws', 'people', 'provision'] as const) {
    if (own[name] === undefined) continue;
    const said = flags[name] === undefined ? `\`${name}\` in the configuration` : `--${name}`;
    throw new UsageError(
      `${said} is "${own[name]}", but no target is named: add --target URL, or leave it out to judge the embedded reference server.`,
    );
  }
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

function sourceOf(
  { people, provision }: Pick<TargetConfig, 'people' | 'provision'>,
  dialect: string,
  env: Record<string, string>,
): Source {
  if (provision !== undefined) return { kind: 'command', command: provision, env };
  if (people !== undefined) return { kind: 'file', file: people };
  throw new UsageError(
    `The target of ${dialect} has no people: say who they are with --people FILE, or how to get them with --provision COMMAND.`,
  );
}
