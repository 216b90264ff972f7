// Keeps the journal of what a check does and hears, in the order in which it happened.
import { eventually } from '../kit/eventually.ts';
import type { Entry } from '../kit/outcome.ts';
import type { Heard, Socket } from '../kit/socket.ts';
import type { Party, Role, Verbs } from '../kit/verbs.ts';
import { changesOf } from './changes.ts';
import type { Event, Shown, What } from './events.ts';
import { historyOf } from './history.ts';
import { backwards } from './judges/backwards.ts';
import { echoes } from './promises.ts';

/** A place in the conversation: a person's nth socket, which may leave and come back. */
export interface Seat {
  name: string;
  /** Its name in the journal; one that comes back has another, because what it left may still hear something. */
  socket: string;
  who: Role;
  party: Party;
}

export interface Recorder {
  /** What all texts of this journal begin with. */
  mark: string;
  join(name: string, who: Role): Promise<Seat>;
  /** Leaves with a closing handshake, or just vanishes. */
  leave(seat: Seat, how: 'cleanly' | 'abruptly'): Promise<void>;
  say(seat: Seat, text: string): void;
  /** How this person is shown the conversation. */
  view(who: Role): Promise<void>;
  /** The same with how far each message has come, once that is what was told before, or patience has ended. */
  viewAtLast(who: Role): Promise<void>;
  /** Asks for another text, or for the message to go; only what has been heard has an id to ask by. */
  edit(seat: Seat, message: string, text: string): Promise<void>;
  remove(seat: Seat, message: string): Promise<void>;
  /** Says that the message was received, after which it is kept no longer. */
  acknowledge(seat: Seat, message: string): void;
  /** Looks until nothing that this person has acknowledged is shown any more, or patience ends; then once more. */
  forgets(who: Role): Promise<void>;
  /** Whether the message has been heard, and nobody has asked for a change of it yet. */
  isUntouched(message: string): boolean;
  /** Says that one has read everything. */
  readAll(seat: Seat): void;
  /** Asks what is unread until the answer is right, or patience ends; nothing may be on its way. Gives the last. */
  count(who: Role, isRight: (value: number) => boolean): Promise<number>;
  overhear(who: string, socket: Socket): void;
  settled(): void;
  /** The journal so far, and for each line what was seen on the wire. */
  journal(): { events: Event[]; entries: Entry[] };
}

const conversation = 'alice and bob';

export function recorderOf(verbs: Verbs): Recorder {
  const { world } = verbs;
  const mark = `${world.text()} `;
  const lines = new Map<Entry, What[]>();
  const ears: { who: string; name: string; ear: Socket; out: Socket }[] = [];
  const put = (entry: Entry, what: What): void => void lines.set(entry, [...(lines.get(entry) ?? []), what]);
  const note = (who: string, what: string): Entry =>
    world.journal.add({ who, kind: 'note', where: '', what });
  const ends = ({ party, socket }: Seat, entry: Entry): void =>
    put(entry, { kind: 'disconnect', person: party.who, socket });
  const times = new Map<string, number>();
  const nameAnew = (name: string): string => {
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return time === 1 ? name : `${name}, time ${time}`;
  };
  put(note('harness', 'the conversation of alice and bob'), {
    kind: 'conversation',
    conversation,
    members: ['alice', 'bob'],
    echo: echoes(world.dialect),
  });
  const settled = (): void => put(note('harness', 'nothing is on its way any more'), { kind: 'settled' });
  const gone = new Set<Party>();
  const changes = changesOf(verbs, mark);
  /** What each has acknowledged, and when, until it is seen to be gone; and the looks in between. */
  const acknowledged = { alice: new Map<string, number>(), bob: new Map<string, number>() };
  const shownTo: Record<Role, Entry[]> = { alice: [], bob: [] };
  const forgotten = (who: Role, message: string, entry: Entry): void => {
    acknowledged[who].delete(message);
    put(entry, { kind: 'deleted', person: who, conversation, message });
  };
  const looks = new Map<Role, Promise<void>>();
  const look = async (who: Role, how: { statuses?: true } = {}): Promise<Shown[]> => {
    const { history, shows = {} } = verbs;
    if (history === undefined) return [];
    const asked = note(who, 'asks for the conversation').t;
    const all = await history(who);
    const messages = all.flatMap((line): Shown[] => {
      const { text, id, status } = line;
      changes.learn(ears);
      const known = changes.nameOf(line);
      if (known !== undefined) return [{ message: known, text, ...(id === undefined ? {} : { id }) }];
      if (!text.includes(mark)) return [];
      return [
        {
          message: text,
          ...(id === undefined || /undefined|NaN/.test(id) ? {} : { id }),
          ...(status === undefined || how.statuses === undefined ? {} : { status }),
        },
      ];
    });
    const shown = note(who, `is shown ${messages.length} messages`);
    shownTo[who].push(shown);
    put(shown, {
      kind: 'view',
      person: who,
      conversation,
      asked,
      messages,
      ...(shows.newest !== undefined && all.length >= shows.newest ? { cut: true } : {}),
      ...(shows.others === true ? { others: true } : {}),
    });
    const there = new Set(messages.map(({ message }) => message));
    for (const [message, at] of acknowledged[who])
      if (at < asked && !there.has(message)) forgotten(who, message, shown);
    return messages;
  };
  const journal = (): { events: Event[]; entries: Entry[] } => {
    for (const { who, name, ear, out } of ears) {
      for (const heard of ear.heard) {
        const text = ours(verbs.textOf(heard), mark);
        if (text !== undefined)
          once(heard, { kind: 'deliver', person: who, socket: name, conversation, message: text });
      }
      for (const heard of out.heard) {
        const text = ours(verbs.confirmed?.(heard), mark);
        if (text !== undefined)
          once(heard, { kind: 'acknowledge', person: who, conversation, message: text });
      }
      for (const heard of ear.heard) {
        const told = changes.toldBy(heard);
        if (told !== undefined) once(heard, { ...told, person: who, socket: name, conversation });
      }
    }
    const events: Event[] = [{ t: 0, kind: 'journal', dialect: world.dialect.name }];
    const [first] = world.journal.entries;
    const entries: Entry[] = first === undefined ? [] : [first];
    for (const entry of world.journal.entries)
      for (const what of lines.get(entry) ?? []) {
        events.push({ t: entry.t, ...changes.withText(what) });
        entries.push(entry);
      }
    return { events, entries };
  };
  return {
    mark,
    async join(name, who) {
      const party = await verbs.join(who);
      const seat: Seat = { name, socket: nameAnew(name), who, party };
      const { socket } = seat;
      put(note(who, `${socket} is connected`), { kind: 'connect', person: who, socket, conversation });
      ears.push({ who, name: socket, ear: party.ear, out: party.out });
      for (const one of new Set([party.ear, party.out]))
        void one.gone().then(({ entry }) => {
          if (!gone.has(party)) ends(seat, entry);
          gone.add(party);
        });
      return seat;
    },
    async leave(seat, how) {
      const { party, socket, who } = seat;
      if (!gone.has(party)) ends(seat, note(who, `${socket} leaves ${how}`));
      gone.add(party);
      const sockets = [...new Set([party.out, party.ear])];
      if (how === 'cleanly') await Promise.all(sockets.map((one) => one.leave()));
      else for (const one of sockets) one.vanish();
    },
    say({ party, socket, who }, text) {
      party.say(text);
      const sent = world.journal.entries.at(-1);
      if (sent !== undefined) put(sent, { kind: 'send', person: who, socket, conversation, message: text });
    },
    view(who) {
      // One look after the other: on one socket the answers to two could not be told apart.
      const before = looks.get(who) ?? Promise.resolve();
      const next = before.catch(() => undefined).then(async () => void (await look(who)));
      looks.set(who, next);
      return next;
    },
    async viewAtLast(who) {
      let last: Shown[] = [];
      await eventually(world, async () => {
        for (const one of last) delete one.status;
        last = await look(who, { statuses: true });
        const { events } = journal();
        return backwards.judge(historyOf(events)).some(({ place }) => place === 'view') ? undefined : true;
      });
    },
    async edit({ party, who }, message, text) {
      const id = changes.touch(message);
      if (id === undefined) return;
      put(note(who, `edits ${message}`), { kind: 'edit', person: who, conversation, message, text });
      await party.edit?.(id, text);
    },
    async remove({ party, who }, message) {
      const id = changes.touch(message);
      if (id === undefined) return;
      put(note(who, `deletes ${message}`), { kind: 'delete', person: who, conversation, message });
      await party.remove?.(id);
    },
    acknowledge({ party, who }, message) {
      const id = changes.touch(message);
      if (id === undefined) return;
      party.acknowledge?.(id);
      const sent = world.journal.entries.at(-1);
      if (sent === undefined) return;
      put(sent, { kind: 'delete', person: who, conversation, message });
      acknowledged[who].set(message, sent.t);
    },
    async forgets(who) {
      await eventually(world, async () => {
        await look(who);
        return acknowledged[who].size === 0 || undefined;
      });
      // From the last look but one on it has to be gone: the last one shows what is not.
      const [before] = shownTo[who].slice(-2);
      if (before === undefined) return;
      for (const message of acknowledged[who].keys()) forgotten(who, message, before);
    },
    isUntouched(message) {
      changes.learn(ears);
      return changes.isUntouched(message);
    },
    readAll({ party, who }) {
      party.markRead?.();
      const sent = world.journal.entries.at(-1);
      if (sent !== undefined) put(sent, { kind: 'read', person: who, conversation });
    },
    async count(who, isRight) {
      let value = Number.NaN;
      await eventually(world, async () => {
        value = (await verbs.unread?.(who)) ?? Number.NaN;
        return isRight(value) || undefined;
      });
      settled();
      put(note(who, `is told that ${value} are unread`), {
        kind: 'counter',
        person: who,
        conversation,
        value,
      });
      return value;
    },
    overhear: (who, socket) => void ears.push({ who, name: `${who} 1`, ear: socket, out: socket }),
    settled,
    journal,
  };

  function once({ entry }: Heard, what: What): void {
    if (!(lines.get(entry) ?? []).some(({ kind }) => kind === what.kind)) put(entry, what);
  }
}

function ours(text: string | undefined, mark: string): string | undefined {
  return text?.includes(mark) === true ? text : undefined;
}
