// How long all judges take together over a journal of a million events: `npm run bench:judges` prints it.
import type { Event } from './events.ts';
import { historyOf } from './history.ts';
import { judges } from './judges.ts';

const CONVERSATIONS = 100;
const EVENTS = 1_000_000;

/** Pairs with two sockets each, that write, hear, reconnect, look, and hear of statuses. */
function journal(): Event[] {
  const events: Event[] = [];
  const add = (event: Event): void => void events.push(event);
  const now = (): number => events.length / 10;
  const names = Array.from({ length: CONVERSATIONS }, (_, at) => `c${at}`);
  const sockets = names.flatMap((conversation) =>
    ['a', 'b'].flatMap((who) =>
      ['1', '2'].map((n) => ({ conversation, person: `${who} of ${conversation}`, n })),
    ),
  );
  for (const conversation of names)
    add({
      t: now(),
      kind: 'conversation',
      conversation,
      members: ['a', 'b'].map((who) => `${who} of ${conversation}`),
      echo: true,
    });
  const connect = ({ person, conversation, n }: (typeof sockets)[number]): void =>
    add({ t: now(), kind: 'connect', person, conversation, socket: `${person} ${n}` });
  for (const one of sockets) connect(one);
  const last = new Map<string, number[]>();
  for (let number = 0; events.length < EVENTS - 1; number += 1) {
    const conversation = names[number % CONVERSATIONS] ?? '';
    const ears = sockets.slice((number % CONVERSATIONS) * 4, (number % CONVERSATIONS) * 4 + 4);
    const from = ears[(number * 7) % 4];
    if (from === undefined) continue;
    const about = { conversation, message: number };
    add({
      t: now(),
      kind: 'send',
      person: from.person,
      socket: `${from.person} ${from.n}`,
      text: `text ${number}`,
      ...about,
    });
    for (const { person, n } of ears)
      add({
        t: now(),
        kind: 'deliver',
        person,
        socket: `${person} ${n}`,
        id: number,
        text: `text ${number}`,
        ...about,
      });
    add({
      t: now(),
      kind: 'status',
      person: from.person,
      socket: `${from.person} ${from.n}`,
      status: 'delivered',
      ...about,
    });
    const newest = [...(last.get(conversation) ?? []), number].slice(-50);
    last.set(conversation, newest);
    if (number % 997 === 0) {
      add({ t: now(), kind: 'disconnect', person: from.person, socket: `${from.person} ${from.n}` });
      connect(from);
      const messages = newest.map((message) => ({
        message,
        id: message,
        text: `text ${message}`,
        status: 'delivered',
      }));
      add({ t: now(), kind: 'view', person: from.person, conversation, asked: now(), messages, cut: true });
    }
  }
  add({ t: now(), kind: 'settled' });
  return events;
}

function timed<T>(what: string, act: () => T): [T, number] {
  const began = performance.now();
  const result = act();
  const took = performance.now() - began;
  console.log(`${what.padEnd(14)} ${took.toFixed(0).padStart(5)} ms`);
  return [result, took];
}

const events = journal();
console.log(`${events.length} events`);
const before = process.cpuUsage();
const [history, reading] = timed('put in order', () => historyOf(events));
let [total, findings] = [reading, 0];
for (const judge of judges) {
  const [found, took] = timed(judge.name, () => judge.judge(history));
  total += took;
  findings += found.length;
}
// On a busy machine the clock also counts what others do; processor time does not.
const { user, system } = process.cpuUsage(before);
const processor = (user + system) / 1000;
console.log(
  `all together ${total.toFixed(0)} ms, ${processor.toFixed(0)} ms of processor time, for ${events.length} events; ${findings} findings (at most 2000 ms, 0)`,
);
if (Math.min(total, processor) > 2_000 || findings > 0) process.exitCode = 1;
