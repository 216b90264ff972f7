// The server under test, as its owner describes it: addresses, headers, and how the token travels.
import type { Person } from './people.ts';

export type Carrier =
  | { in: 'header'; name: string; value: string }
  | { in: 'query'; name: string }
  | { in: 'cookie'; name: string }
  | { in: 'subprotocol'; values: string[] }
  | { in: 'none' };

export interface Target {
  /** Base of every HTTP address, with a path prefix when there is one: "http://127.0.0.1:8000/chat-api". */
  http: string;
  ws: string;
  /** Operation or channel id → the address that this target uses for it. */
  paths: Record<string, string>;
  headers: { http: Record<string, string>; ws: Record<string, string> };
  auth: { http: Carrier; ws: Carrier };
  /** Names of alternatives that the target declares. */
  accepts: string[];
  /** Capabilities that the target does not offer. */
  lacks: string[];
  /** Capabilities that the target says it offers beyond what every target is assumed to. */
  offers: string[];
}

/** What a request or an upgrade carries because of its token. */
export interface Credentials {
  headers: Record<string, string>;
  query: Record<string, string>;
  subprotocols: string[];
}

/** A token put where the target wants it; none when there is no token. */
export function credentials(carrier: Carrier, token: string | undefined): Credentials {
  const none: Credentials = { headers: {}, query: {}, subprotocols: [] };
  if (token === undefined) return none;
  switch (carrier.in) {
    case 'header':
      return { ...none, headers: { [carrier.name]: carrier.value.replaceAll('{token}', token) } };
    case 'query':
      return { ...none, query: { [carrier.name]: token } };
    case 'cookie':
      return { ...none, headers: { Cookie: `${carrier.name}=${token}` } };
    case 'subprotocol':
      return { ...none, subprotocols: carrier.values.map((value) => value.replaceAll('{token}', token)) };
    case 'none':
      return none;
  }
}

/** The full address: base and its prefix, the template filled in, the query appended. */
export function addressOf(
  base: string,
  template: string,
  params: Record<string, unknown>,
  query: Record<string, unknown>,
): string {
  const path = template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in params ? encodeURIComponent(String(params[name])) : whole,
  );
  const joined = /^[a-z]+:\/\//.test(path) ? path : `${base.replace(/\/$/, '')}${path}`;
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  if (search === '') return joined;
  return `${joined}${joined.includes('?') ? '&' : '?'}${search}`;
}

/** The address without its host, for the journal. */
export function pathOf(address: string): string {
  return address.replace(/^[a-z]+:\/\/[^/]+/, '');
}

/** Every secret that must never show, and what stands in its place. */
export function secretsOf(people: readonly Person[]): Map<string, string> {
  const secrets = new Map<string, string>();
  for (const { key, token, expired_token } of people) {
    for (const [secret, stand] of [
      [token, `‹token of ${key}›`],
      [expired_token, `‹expired token of ${key}›`],
    ] as const) {
      if (secret === undefined) continue;
      secrets.set(secret, stand);
      secrets.set(encodeURIComponent(secret), stand);
    }
  }
  return secrets;
}
