// What the scripts in JavaScript have in common: the lines, and the few functions that they are written in.
import type { Counterexample } from '../../suites/model/counterexample.ts';
import type { Line, Trace } from './trace.ts';

/** The file's beginning, as comments: what this is, and what it needs. */
export function heading({ requirement, expected, because, script }: Counterexample, run: string): string {
  return [
    `${requirement}`,
    '',
    `expected  ${expected}`,
    `seen      ${because}`,
    '',
    ...script,
    '',
    `Run it with: ${run}`,
    'people.json: {"people": [alice, bob, carol], "rooms": […]}, with what your server knows them by and their tokens,',
    'as chatproof --people takes it.',
  ]
    .map((line) => `// ${line}`.trimEnd())
    .join('\n');
}

/** Each line of the trace as one statement. */
export function statements(lines: readonly Line[]): string[] {
  return lines.map(statement);
}

function statement(line: Line): string {
  switch (line.do) {
    case 'open':
      return `await open(${args(line.socket, line.who, line.path, { headers: line.headers, protocols: line.protocols })});`;
    case 'send':
      return `send(${args(line.socket)}, ${line.text});`;
    case 'request':
      return `await request(${args(line.who, line.method, line.path, line.headers)}${line.body === undefined ? '' : `, ${line.body}`});`;
    case 'close':
      return `close(${args(line.socket)});`;
    case 'hear':
      return `await hear(${args(line.socket, line.frames)});`;
  }
}

const args = (...values: unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ');

export function claimOf({ claim }: Trace): string {
  return JSON.stringify(claim);
}

/** Needs `given`, and the functions that differ: see the forms. */
export const runtime = `const people = { alice: given.people[0], bob: given.people[1], carol: given.people[2] };
const began = Date.now();
const mark = 'r' + began.toString(36) + '-';
const sockets = {};
const heard = [];
const views = {};
const answers = {};

/** What a name in braces stands for, now that it is known. */
function valueOf(name) {
  if (name === 'mark') return mark;
  const [what, ...rest] = name.split(' ');
  if (what === 'id') return idOf(mark + rest[0]);
  if (what === 'time') {
    const time = new Date(began + Number(rest[0])).toISOString();
    return rest[1] === 'T' ? time : time.replace('T', ' ').replace('Z', '');
  }
  if (what === 'room' && rest.length === 1) return rooms()[Number(rest[0]) - 1];
  if (what === 'room') {
    const keys = [rest[0], rest[2]].map((who) => people[who].key);
    return given.rooms.find(({ members }) => keys.every((key) => members.includes(key)))?.id;
  }
  if (what === 'group') {
    const keys = ['alice', 'bob', 'carol'].slice(0, rest[0] === 'all' ? 3 : 2).map((who) => people[who].key);
    return given.groups.find(({ members }) => members.length === keys.length && keys.every((key) => members.includes(key)))?.key;
  }
  const [who, field] = what.split('.');
  return people[who]?.[field];
}

function fill(value) {
  if (Array.isArray(value)) return value.map(fill);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one)]));
  if (typeof value !== 'string') return value;
  const whole = /^\\{([^{}]+)\\}$/.exec(value);
  if (whole !== null) return valueOf(whole[1]);
  return value.replace(/\\{([^{}]+)\\}/g, (_, name) => String(valueOf(name)));
}

/** Every object in what was heard or answered, however deep. */
function objectsIn(value) {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value, ...inner];
}

const has = (object, value) => Object.values(object).some((one) => String(one) === String(value));

/** The id that the server gave to the message with this text. */
function idOf(text) {
  const about = heard.flatMap(objectsIn).find((one) => has(one, text) && ('message_id' in one || 'created_msg_id' in one || 'id' in one));
  return about?.message_id ?? about?.created_msg_id ?? about?.id;
}

const rooms = () => [...new Set(heard.flatMap(objectsIn).flatMap((one) => ('room_id' in one ? [one.room_id] : [])))];

/** What somebody is shown is what comes after they have asked for it, in whatever way. */
function asks(who) {
  views[who] = [[], ...(views[who] ?? [])];
}

const shown = (who, asked = 1) => (views[who] ?? []).slice(0, asked).flat();

function note(who, socket, text) {
  let value = text;
  try {
    value = JSON.parse(text);
  } catch {}
  heard.push(value);
  if (views[who] === undefined) asks(who);
  views[who][0].push(value);
  if (socket !== undefined) sockets[socket].frames.push(value);
}

/** How often the claim is seen, and whether that is right. */
function judged({ where, who, socket, word, text, message, asked, least = 0, most = Infinity, must }) {
  if (where === 'answer') return { right: (answers[who] < 300) === (must === 'done'), seen: 'HTTP ' + answers[who] };
  const wanted = text === undefined ? undefined : fill(text);
  const id = message === undefined ? undefined : idOf(mark + message);
  if (where === 'count') {
    const count = shown(who).flatMap(objectsIn).map((one) => one.unread_count).filter((one) => one !== undefined).at(-1);
    return { right: count >= least && count <= most, seen: count + ' unread' };
  }
  const among = where === 'socket' ? sockets[socket].frames : shown(who, asked).flatMap(objectsIn);
  const seen = among.filter((one) => {
    const inside = where === 'socket' ? objectsIn(one) : [one];
    if (word !== undefined && !inside.some((object) => has(object, word))) return false;
    if (wanted !== undefined && !inside.some((object) => has(object, wanted))) return false;
    if (id === undefined || (where === 'socket' && wanted !== undefined)) return true;
    return inside.some((object) => has(object, id) || has(object, mark + message));
  });
  const times = where === 'view' ? new Set(seen.map((one) => JSON.stringify(one))).size : seen.length;
  return { right: times >= least && times <= most, seen: times + ' times' };
}
`;
