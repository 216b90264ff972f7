// docs/the-five-protocols.md: what each dialect can do and how it says it, taken from the specs and the drivers.
import type { Channel, Dialect, Message } from '../../specs/kit/dialect.ts';
import type { Driver } from '../../suites/kit/driver.ts';
import { inWords } from '../doctor/remedies.ts';
import { row } from './markdown.ts';
import { verbs } from './verbs.ts';

export interface Described {
  dialect: Dialect;
  driver: Driver<unknown>;
  /** One line on what is special about it. */
  says: string;
}

export const lines: Record<string, string> = {
  rooms:
    'rooms named after the other person; presence, unread counters on two notification sockets, media by upload',
  threads:
    'one socket for all conversations, frames tagged by `action`, users by UUID, answers in an envelope',
  dialogues:
    'store and forward between phone numbers, one to one and in groups; gone once receipt is acknowledged',
  actions:
    'rooms by `?room_id=`, the token in the subprotocol, `send`, `edit` and `delete`, attachments as data URLs',
  receipts:
    'rooms by path, REST for rooms, edits and deletions, and a status from `send` over `delivered` to `read`',
};

export function protocolsPage(all: readonly Described[]): string {
  const names = all.map(({ dialect }) => dialect.name);
  return `${[
    '# The five protocols at a glance',
    'A dialect is the protocol of one document. `chatproof list` has the requirements of each, and the specs in the package\n(`specs/<dialect>/openapi.yaml`, `asyncapi.yaml`) have every field.',
    [
      row(['dialect', 'what is special about it']),
      row(['---', '---']),
      ...all.map(({ dialect, says }) => row([`\`${dialect.name}\``, says])),
    ].join('\n'),
    '## How each says it',
    'Frames are named by their tag, or by their keys when they have none.',
    [
      row(['', ...names]),
      row(['---', ...names.map(() => '---')]),
      ...verbs.map(({ does, by }) =>
        row([
          does,
          ...all.map(
            ({ dialect }) => (by[dialect.name] ?? []).map((id) => wire(dialect, id)).join('<br>') || '–',
          ),
        ]),
      ),
    ].join('\n'),
    '## People',
    'What a target has to supply for each person, what has to exist before a run, and how the document carries the token.',
    [
      row(['dialect', 'fields', 'besides', 'token over HTTP', 'token over WebSocket']),
      row(['---', '---', '---', '---', '---']),
      ...all.map(({ dialect, driver: { needs, rooms, groups, auth } }) =>
        row([
          `\`${dialect.name}\``,
          needs.map((need) => `\`${need}\``).join(', '),
          [...(rooms ? ['rooms'] : []), ...(groups ? ['groups'] : [])].join(', ') || '–',
          inWords(auth.http),
          inWords(auth.ws),
        ]),
      ),
    ].join('\n'),
    '## What a target may declare',
    'Deliberate differences that are no failures, by name ([configuration](configuration.md)). What a server does not have at\nall, and the document promises, is left out with `skip`, as in `skip: [actions.file.*]`.',
    [
      row(['dialect', '`accepts`', '`capabilities.lacks`', '`capabilities.offers`']),
      row(['---', '---', '---', '---']),
      ...all.map(({ dialect: { name, requirements }, driver: { optional } }) =>
        row([
          `\`${name}\``,
          named(requirements.flatMap(({ accepts }) => accepts.map((one) => one.name))),
          named(
            requirements.flatMap(({ needs }) =>
              needs.filter((need) => !optional.includes(need) && !seen.includes(need)),
            ),
          ),
          named(optional),
        ]),
      ),
    ].join('\n'),
    '## Requirements',
    [
      row(['dialect', 'must', 'should', 'may', 'areas']),
      row(['---', '---', '---', '---', '---']),
      ...all.map(({ dialect: { name, requirements } }) => {
        const levels = (['must', 'should', 'may'] as const).map(
          (level) => requirements.filter((one) => one.level === level).length,
        );
        const areas = [...new Set(requirements.map(({ id }) => id.split('.')[1] ?? ''))];
        return row([`[\`${name}\`](requirements/${name}.md)`, ...levels.map(String), areas.join(', ')]);
      }),
    ].join('\n'),
  ].join('\n\n')}\n`;
}

/** What the run sees for itself, so that nobody has to declare it: suites/kit/plan.ts. */
const seen = ['expired-token', 'jwt', 'strangers', 'disposable-rooms', 'subprotocol', 'more-time', 'restart'];

function named(names: readonly string[]): string {
  return [...new Set(names)].map((name) => `\`${name}\``).join(', ') || '–';
}

/** An operation, a channel or a frame, as it looks on the wire. */
function wire(dialect: Dialect, id: string): string {
  const operation = dialect.operations.find((one) => one.id === id);
  if (operation !== undefined) return `\`${operation.method} ${operation.path}\``;
  const channel = dialect.channels.find((one) => one.id === id);
  if (channel !== undefined) return `\`${addressOf(channel)}\``;
  const message = dialect.channels
    .flatMap((one) => [...one.fromClient, ...one.fromServer])
    .find((one) => one.id === id);
  if (message !== undefined) return `\`${nameOf(message)}\``;
  throw new Error(
    `cli/docs/verbs.ts names "${id}", which is neither an operation, a channel nor a frame of ${dialect.name}.`,
  );
}

function addressOf({ address, query }: Channel): string {
  return query.length === 0 || address.includes('?') ? address : `${address}?${query.join('&')}`;
}

function nameOf({ id, schema }: Message): string {
  const tag = ['type', 'action', 'command']
    .map((key): unknown => schema.properties?.[key])
    .find((inner) => typeof inner === 'object' && inner !== null && 'const' in inner);
  if (typeof tag === 'object' && tag !== null && 'const' in tag) return String(tag.const);
  if (schema.type === 'array') return '[ … ]';
  const required = schema.required ?? [];
  return required.length === 0 ? id : `{ ${required.join(', ')} }`;
}
