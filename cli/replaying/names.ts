// Puts names in the place of what differs from run to run: {alice.id}, {room}, {id 1}, {mark}, {time 3}.
import type { Replayed } from '../../suites/model/replay.ts';

export interface Names {
  mark: string;
  inPath(path: string): string;
  /** In the text of a frame or body, when it is JSON; a number becomes a text that is nothing but the name. */
  inJson(text: string): string;
}

const who = ['alice', 'bob', 'carol'] as const;
const clock = /^\d{4}-\d\d-\d\d([ T])\d\d:\d\d:\d\d\.\d+(Z?)$/;

export function namer({ people, ids, rooms, groups, mark: said, entries }: Replayed): Names {
  const mark = '{mark}';
  const times = new Map<string, number>();
  const created = createdRooms(entries);
  const known = people.map((person, at) => ({ ...person, name: who[at] ?? 'carol' }));
  const keys = [...groups].map(([size, key]) => [key, `{group ${size}}`] as const);
  const unique = known.flatMap(({ name, username, email, phone, id }) =>
    Object.entries({ username, email, phone, ...(isUuid(id) ? { id } : {}) }).flatMap(([field, value]) =>
      value === undefined ? [] : [[String(value), `{${name}.${field}}`] as const],
    ),
  );
  const person = (value: unknown): string | undefined => {
    const found = known.find(({ id }) => id !== undefined && String(id) === String(value));
    return found === undefined ? undefined : `{${found.name}.id}`;
  };
  const message = (value: unknown): string | undefined => {
    const found = [...ids].find(([, id]) => id === String(value));
    return found === undefined ? undefined : `{id ${found[0]}}`;
  };
  const room = (value: unknown): string | undefined => {
    const existed = [...rooms].find(([, id]) => id === String(value));
    if (existed !== undefined) return `{room ${existed[0]}}`;
    const at = created.indexOf(String(value));
    return at === -1 ? undefined : `{room ${at + 1}}`;
  };
  const words = (text: string): string => {
    const match = clock.exec(text);
    if (match !== null) {
      const key = text.replace(/[TZ]/g, ' ').trim();
      if (!times.has(key)) times.set(key, times.size + 1);
      return `{time ${times.get(key)}${match[1] === 'T' ? ' T' : ''}}`;
    }
    const token = /‹token of ([^›]+)›/.exec(text)?.[1];
    const owner = known.find(({ key }) => key === token);
    if (owner !== undefined) return text.replace(/‹token of [^›]+›/, `{${owner.name}.token}`);
    return [...keys, ...unique]
      .reduce((now, [value, name]) => now.split(value).join(name), text)
      .split(said)
      .join(mark);
  };
  /** What a value means follows from what it is called. */
  const named = (key: string, value: unknown): unknown => {
    if (/message|msg|chat_id/i.test(key) && message(value) !== undefined) return message(value);
    if (/room/i.test(key) && room(value) !== undefined) return room(value);
    if (/user|sender|receiver/i.test(key) && person(value) !== undefined) return person(value);
    return walk(value);
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return words(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, named(key, one)]));
  };
  return {
    mark,
    inJson(text) {
      try {
        return JSON.stringify(walk(JSON.parse(text)));
      } catch {
        return words(text);
      }
    },
    inPath(path) {
      const [place = '', query = ''] = path.split('?');
      const segments = place.split('/').map((segment, at, all) => {
        const before = all[at - 1] ?? '';
        if (segment === '') return segment;
        if (/messages?$/.test(before) && message(segment) !== undefined) return message(segment);
        if (/chat|room/.test(before) && room(segment) !== undefined) return room(segment);
        return words(decodeURIComponent(segment));
      });
      const pairs = query === '' ? [] : query.split('&').map((pair) => pair.split('='));
      const named_ = pairs.map(
        ([key = '', value = '']) => `${key}=${named(key, decodeURIComponent(value)) as string}`,
      );
      return segments.join('/') + (named_.length === 0 ? '' : `?${named_.join('&')}`);
    },
  };
}

const isUuid = (id: unknown): boolean => typeof id === 'string' && id.length >= 32;

/** Rooms that were asked for over HTTP, in the order of the answers. */
function createdRooms(entries: Replayed['entries']): string[] {
  const found = entries.flatMap(({ kind, what }) =>
    kind === 'response' ? (/"room_id":\s*"?([^",}]+)/.exec(what)?.[1] ?? []) : [],
  );
  return [...new Set(found)];
}
