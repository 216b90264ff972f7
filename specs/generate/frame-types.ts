// TypeScript types for a dialect's frames: one for each message, and one for all that travel one way on a channel.
import { isDeepStrictEqual } from 'node:util';
import { compile } from 'json-schema-to-typescript';
import type { Channel, Dialect, Message } from '../kit/dialect.ts';
import { isRecord } from './json.ts';
import { GENERATED_TS } from './marks.ts';

export async function frameTypes(dialect: Dialect): Promise<string> {
  const names = typeNames(dialect.channels);
  const interfaces = [...names.entries()].map(([name, message]) => interfaceOf(name, message));
  const unions = dialect.channels.flatMap((channel) => [
    unionOf(channel, 'FromClient', channel.fromClient, names),
    unionOf(channel, 'FromServer', channel.fromServer, names),
  ]);
  return (
    [GENERATED_TS, ...(await Promise.all(interfaces)), ...unions.filter((one) => one !== '')].join('\n\n') +
    '\n'
  );
}

/** A message keeps its own name on every channel, unless another channel means something else by it. */
function typeNames(channels: readonly Channel[]): Map<string, Message> {
  const names = new Map<string, Message>();
  for (const channel of channels) {
    for (const message of [...channel.fromClient, ...channel.fromServer]) {
      const known = names.get(pascal(message.id));
      const free = known === undefined || isDeepStrictEqual(known.schema, message.schema);
      const name = free ? pascal(message.id) : pascal(channel.id) + pascal(message.id);
      if (!names.has(name)) names.set(name, message);
    }
  }
  return names;
}

async function interfaceOf(name: string, message: Message): Promise<string> {
  const source = await compile(withoutTitles(message.schema), name, {
    additionalProperties: false,
    bannerComment: '',
    format: true,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 110 },
  });
  return source.trim();
}

function unionOf(
  channel: Channel,
  suffix: string,
  messages: readonly Message[],
  names: Map<string, Message>,
): string {
  if (messages.length === 0) return '';
  const members = messages.map((message) => nameOf(message, names));
  const name = `${pascal(channel.id)}${suffix}`;
  const line = `export type ${name} = ${members.join(' | ')};`;
  return line.length <= 110
    ? line
    : `export type ${name} =\n${members.map((one) => `  | ${one}`).join('\n')};`;
}

function nameOf(message: Message, names: Map<string, Message>): string {
  for (const [name, known] of names) {
    if (known.id === message.id && isDeepStrictEqual(known.schema, message.schema)) return name;
  }
  return 'unknown';
}

function pascal(id: string): string {
  return id.replace(/(^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, _gap, first: string) => first.toUpperCase());
}

// A title would become a type of its own, named by prose.
function withoutTitles(value: object): object {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (key === 'title' && !isRecord(inner) ? undefined : inner)),
  );
}
