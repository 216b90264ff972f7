// What else could be tried when a target says no: each remedy changes one thing, and says how to write it down.
import { stringify } from 'yaml';
import type { Dialect } from '../../specs/kit/dialect.ts';
import type { Carrier, Target } from '../../suites/kit/target.ts';
import { documentedPath } from '../config/target.ts';
import type { Touch } from './contact.ts';

export interface Remedy {
  target: Target;
  /** What it changes, in words. */
  says: string;
  /** What to write in the configuration, as YAML. */
  write: string;
}

type Side = 'http' | 'ws';

/** The likeliest first; none when no answer came that anything could be learnt from. */
export function remediesFor(touch: Touch, target: Target, dialect: Dialect): Remedy[] {
  if (touch.kind === 'http') {
    if (touch.status === 401 || touch.status === 403) return carriers('http', target);
    if (touch.status >= 300 && touch.status < 500) return paths(touch.operation, target, dialect);
    return [];
  }
  if (touch.how === 'open') return [];
  const origin = withOrigin(target);
  const tokens = carriers('ws', target);
  const places = paths(touch.channel, target, dialect);
  const alone =
    touch.how === 'refused' && touch.code === 404
      ? [...places, ...origin, ...tokens]
      : [...origin, ...tokens, ...places];
  // A server that wants an Origin says nothing about the token before it has got one.
  const together = origin.flatMap((first) =>
    carriers('ws', first.target).map((second) => ({
      target: second.target,
      says: `${first.says} and ${second.says}`,
      write: `${first.write}${second.write}`,
    })),
  );
  return [...alone, ...together];
}

function withOrigin(target: Target): Remedy[] {
  if (Object.keys(target.headers.ws).some((name) => name.toLowerCase() === 'origin')) return [];
  const { origin } = new URL(target.http);
  const headers = { ...target.headers, ws: { ...target.headers.ws, Origin: origin } };
  return [
    {
      target: { ...target, headers },
      says: `an Origin header (${origin})`,
      write: stringify({ headers: { ws: { Origin: origin } } }),
    },
  ];
}

const schemes = ['Bearer', 'Token', 'JWT'];

function carriers(side: Side, target: Target): Remedy[] {
  const headers = [...schemes.map((scheme) => `${scheme} {token}`), '{token}'].map(
    (value): Carrier => ({ in: 'header', name: 'Authorization', value }),
  );
  const queries = ['token', 'access_token'].map((name): Carrier => ({ in: 'query', name }));
  const cookies = ['token', 'access_token', 'sessionid'].map((name): Carrier => ({ in: 'cookie', name }));
  const protocols: Carrier[] = [
    { in: 'subprotocol', values: ['Bearer', '{token}'] },
    { in: 'subprotocol', values: ['{token}'] },
  ];
  const used = JSON.stringify(target.auth[side]);
  return [...headers, ...queries, ...(side === 'ws' ? protocols : []), ...cookies]
    .filter((carrier) => JSON.stringify(carrier) !== used)
    .map((carrier) => ({
      target: { ...target, auth: { ...target.auth, [side]: carrier } },
      says: `the token ${inWords(carrier)}`,
      write: stringify({ auth: { [side]: asConfig(carrier) } }),
    }));
}

/** How a token travels, as a sentence says it. */
export function inWords(carrier: Carrier): string {
  switch (carrier.in) {
    case 'header':
      return `in the header ${carrier.name}: ${carrier.value}`;
    case 'query':
      return `in the query, as ?${carrier.name}={token}`;
    case 'cookie':
      return `in the cookie ${carrier.name}`;
    case 'subprotocol':
      return `in the subprotocols ${carrier.values.join(', ')}`;
    case 'none':
      return 'not sent at all';
  }
}

function asConfig(carrier: Carrier): unknown {
  switch (carrier.in) {
    case 'header':
      return { header: carrier.name, value: carrier.value };
    case 'query':
      return { query: carrier.name };
    case 'cookie':
      return { cookie: carrier.name };
    case 'subprotocol':
      return { subprotocol: carrier.values };
    case 'none':
      return 'none';
  }
}

function paths(id: string, target: Target, dialect: Dialect): Remedy[] {
  const path = target.paths[id] ?? documentedPath(dialect, id);
  const slash = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
  const others = [
    slash,
    ...(path.startsWith('/ws/') ? [path.slice(3), slash.slice(3)] : [`/ws${path}`, `/ws${slash}`]),
  ];
  return others.map((other) => ({
    target: { ...target, paths: { ...target.paths, [id]: other } },
    says: `the address ${other}`,
    write: stringify({ paths: { [id]: other } }),
  }));
}
