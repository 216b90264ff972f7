// One dialect's target: command line over the dialect's own section over the rest of the file over the document's way.

import { channel, type Dialect, operation } from '../../specs/kit/dialect.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import { didYouMean } from '../../specs/kit/nearest.ts';
import type { Driver } from '../../suites/kit/driver.ts';
import type { Carrier, Target } from '../../suites/kit/target.ts';
import type { CarrierConfig, Config, TargetConfig } from './config.ts';

/** What the configuration says about this dialect, its own section first. */
export function configOf(config: Config, dialect: string): TargetConfig {
  const own = config.targets?.[dialect] ?? {};
  const headers = {
    http: { ...config.headers?.http, ...own.headers?.http },
    ws: { ...config.headers?.ws, ...own.headers?.ws },
  };
  return {
    ...config,
    ...own,
    headers,
    paths: { ...config.paths, ...own.paths },
    auth: { ...config.auth, ...own.auth },
  };
}

export function targetOf(
  address: { http: string; ws: string },
  config: TargetConfig,
  driver: Pick<Driver<unknown>, 'auth' | 'optional'>,
  dialect: Dialect,
): Target {
  const { accepts = [], capabilities = {}, paths = {} } = config;
  known(
    'alternative',
    accepts,
    dialect.requirements.flatMap((one) => one.accepts.map(({ name }) => name)),
    dialect.name,
  );
  const capable = dialect.requirements.flatMap(({ needs }) => needs);
  known('capability', [...(capabilities.offers ?? []), ...(capabilities.lacks ?? [])], capable, dialect.name);
  known(
    'operation or channel',
    Object.keys(paths),
    [...dialect.operations, ...dialect.channels].map(({ id }) => id),
    dialect.name,
  );
  return {
    ...address,
    paths,
    headers: { http: config.headers?.http ?? {}, ws: config.headers?.ws ?? {} },
    auth: {
      http: carrierOf(config.auth?.http) ?? driver.auth.http,
      ws: carrierOf(config.auth?.ws) ?? driver.auth.ws,
    },
    accepts,
    offers: capabilities.offers ?? [],
    lacks: capabilities.lacks ?? [],
  };
}

function known(kind: string, names: readonly string[], all: readonly string[], dialect: string): void {
  for (const name of names) {
    if (!all.includes(name))
      throw new UsageError(
        `"${name}" is no ${kind} of the dialect ${dialect}.${didYouMean(name, [...new Set(all)])}`,
      );
  }
}

function carrierOf(carrier: CarrierConfig | undefined): Carrier | undefined {
  if (carrier === undefined) return undefined;
  if (carrier === 'none') return { in: 'none' };
  if ('header' in carrier)
    return { in: 'header', name: carrier.header, value: carrier.value ?? 'Bearer {token}' };
  if ('query' in carrier) return { in: 'query', name: carrier.query };
  if ('cookie' in carrier) return { in: 'cookie', name: carrier.cookie };
  return { in: 'subprotocol', values: carrier.subprotocol };
}

/** ws://… of http://…, with the same host, port and prefix. */
export function wsOf(http: string): string {
  return http.replace(/^http/, 'ws');
}

export function documentedPath(dialect: Dialect, id: string): string {
  return dialect.operations.some((one) => one.id === id)
    ? operation(dialect, id).path
    : channel(dialect, id).address;
}
