// Faults that show only when several things happen at once, or when somebody reads nothing: what a client gets, with
// nothing but ws and fetch, on the clean server and on the faulty one.
import { expect, it } from 'vitest';
import * as actions from './dialects/actions/testing.ts';
import * as dialogues from './dialects/dialogues/testing.ts';
import * as rooms from './dialects/rooms/testing.ts';
import { type RunningServer, serve } from './server.ts';
import { type Chatter, chatter, inRoom, roomOfTwo } from './testing/chatter.ts';
import { answersPing } from './testing/ping.ts';

/** What comes of it, as a number of messages that are as they should be. */
type Act = (server: RunningServer) => Promise<number>;

const EACH = 8;
const numbers = Array.from({ length: EACH }, (_, at) => at);

const cases: [dialect: string, fault: string, act: Act, all: number][] = [
  ['actions', 'one-of-two-edits-at-once-is-not-stored', (server) => changed(server, editInActions), 2 * EACH],
  [
    'actions',
    'one-of-two-deletions-at-once-is-not-stored',
    (server) => changed(server, deleteInActions),
    2 * EACH,
  ],
  ['actions', 'read-at-once-is-not-stored', readByBoth, 2 * EACH],
  [
    'receipts',
    'one-of-two-edits-at-once-is-not-stored',
    (server) => changedOverHttp(server, 'edit'),
    2 * EACH,
  ],
  [
    'receipts',
    'one-of-two-deletions-at-once-is-not-stored',
    (server) => changedOverHttp(server, 'delete'),
    2 * EACH,
  ],
  ['receipts', 'acknowledge-before-stored', shownAtOnce, 1],
  ['receipts', 'waits-for-every-reader', heardBesideSomebodyWhoReadsNothing, 1],
  ['receipts', 'waits-for-a-full-socket', heardBesideSomebodyWhoReadsNothing, 1],
  ['rooms', 'counts-one-of-two-at-once', counted, 2 * EACH],
  ['dialogues', 'one-of-two-acknowledgements-at-once-is-lost', acknowledged, 2 * EACH],
  ['dialogues', 'fetch-repeats-while-somebody-writes', (server) => fetchedOnce(server, 'writes'), 40],
  [
    'dialogues',
    'fetch-skips-while-something-is-acknowledged',
    (server) => fetchedOnce(server, 'acknowledges'),
    40,
  ],
];

it.each(cases)('shows in %s what %s does', async (dialect, fault, act, all) => {
  for (const isFaulty of [false, true]) {
    const server = await serve(dialect);
    try {
      if (isFaulty) await server.faults.on(fault);
      const right = await act(server);
      if (isFaulty) expect(right).not.toBe(all);
      else expect(right).toBe(all);
    } finally {
      await server.close();
    }
  }
});

interface Frame {
  type?: string;
  message: Item;
}

interface Item {
  message_id: number;
  text: string;
  status: string;
  sender_id: number;
}

/** The frames of one type, in their order, once there are so many. */
async function frames(from: Chatter, type: string, count: number): Promise<Frame[]> {
  const found: Frame[] = [];
  while (found.length < count) {
    const frame = (await from.next()) as Frame;
    if (frame.type === type) found.push(frame);
  }
  return found;
}

type Change = (socket: Chatter, id: number) => void;

const editInActions: Change = (socket, message_id) =>
  socket.says({ action: 'edit', message_id, text: 'new' });
const deleteInActions: Change = (socket, message_id) => socket.says({ action: 'delete', message_id });

/** Alice and bob change their own messages at the same time. */
async function changed(server: RunningServer, change: Change): Promise<number> {
  const { alice, bob, room } = await actions.threePeople(server);
  const [a, b] = [await actions.inRoom(server, alice, room), await actions.inRoom(server, bob, room)];
  for (const socket of [a, b]) for (const n of numbers) socket.says(actions.send(`old ${n}`));
  const said = await frames(a, 'chat_message', 2 * EACH);
  await frames(b, 'chat_message', 2 * EACH);
  const by = (id: unknown): number[] =>
    said.filter(({ message }) => message.sender_id === id).map(({ message }) => message.message_id);
  const [ofAlice, ofBob] = [by(alice.id), by(bob.id)];
  for (const n of numbers) {
    change(a, ofAlice[n] ?? 0);
    change(b, ofBob[n] ?? 0);
  }
  await frames(a, change === editInActions ? 'message_edited' : 'message_deleted', 2 * EACH);
  const left = (await actions.history(server, alice, room)) as Item[];
  return 2 * EACH - left.filter(({ text }) => text.startsWith('old')).length;
}

async function readByBoth(server: RunningServer): Promise<number> {
  const { alice, bob, room } = await actions.threePeople(server);
  const [a, b] = [await actions.inRoom(server, alice, room), await actions.inRoom(server, bob, room)];
  for (const n of numbers) for (const socket of [a, b]) socket.says(actions.send(`text ${n}`));
  await frames(a, 'mark_message_as_read', EACH);
  await frames(b, 'mark_message_as_read', EACH);
  const all = (await actions.history(server, alice, room)) as Item[];
  return all.filter(({ status }) => status === 'read').length;
}

async function historyOf(server: RunningServer, room: number, token: string): Promise<Item[]> {
  const headers = { authorization: `Bearer ${token}` };
  const later = await chatter(`${server.ws}/ws/chat/${room}/`, { headers });
  return (await later.next()) as Item[];
}

async function changedOverHttp(server: RunningServer, what: 'edit' | 'delete'): Promise<number> {
  const { alice, bob, room } = await roomOfTwo(server);
  const [a, b] = [await inRoom(server, alice, room), await inRoom(server, bob, room)];
  for (const socket of [a, b]) for (const n of numbers) socket.says({ message: `old ${n}` });
  const said = await frames(a, 'chat_message', 2 * EACH);
  await Promise.all(
    // The last of alice's beside the first of bob's, and so on.
    [...said.slice(0, EACH).entries()].flatMap(([at, one]) =>
      [one, said[2 * EACH - 1 - at] ?? one].map(({ message }) =>
        fetch(`${server.http}/en/api/v1/messages/${message.message_id}/${what}`, {
          method: what === 'edit' ? 'PUT' : 'DELETE',
          headers: {
            authorization: `Bearer ${(message.sender_id === alice.id ? alice : bob).token}`,
            'content-type': 'application/json',
          },
          ...(what === 'edit' && { body: '{"text": "new"}' }),
        }),
      ),
    ),
  );
  const left = await historyOf(server, room, alice.token);
  return 2 * EACH - left.filter(({ text }) => text.startsWith('old')).length;
}

/** Whether what was announced is in the history at once. */
async function shownAtOnce(server: RunningServer): Promise<number> {
  const { alice, room } = await roomOfTwo(server);
  const a = await inRoom(server, alice, room);
  a.says({ message: 'there?' });
  await frames(a, 'chat_message', 1);
  return (await historyOf(server, room, alice.token)).length;
}

/** Whether alice hears the last of many long messages of bob's, while a socket of his reads nothing. */
async function heardBesideSomebodyWhoReadsNothing(server: RunningServer): Promise<number> {
  const { alice, bob, room } = await roomOfTwo(server);
  const [a, b] = [await inRoom(server, alice, room), await inRoom(server, bob, room)];
  (await inRoom(server, bob, room)).socket.pause();
  let heard = 0;
  a.socket.on('message', (data) => {
    if (String(data).includes('the last')) heard += 1;
  });
  for (let n = 0; n < 220; n += 1) {
    b.says({ message: '書'.repeat(9_000) });
    await answersPing(b.socket);
  }
  b.says({ message: 'the last' });
  // What was said before a ping was dealt with before its answer.
  await answersPing(b.socket);
  await answersPing(a.socket);
  return heard;
}

async function counted(server: RunningServer): Promise<number> {
  const { alice, bob } = await rooms.threePeople(server);
  const [one, other] = [await rooms.enter(server, alice, bob), await rooms.enter(server, alice, bob)];
  for (const n of numbers) for (const socket of [one, other]) socket.says(rooms.text(bob, `text ${n}`));
  for (const { socket } of [one, other]) await answersPing(socket);
  const [inRoomOfTwo] = await rooms.unread(server, bob, alice);
  return inRoomOfTwo ?? 0;
}

async function acknowledged(server: RunningServer): Promise<number> {
  const { alice, bob } = await dialogues.cast(server);
  const toBob = await dialogues.sending(server, alice, bob);
  const times = Array.from({ length: 2 * EACH }, (_, n) => dialogues.at(n));
  for (const sent_timestamp of times) {
    toBob.says({ ...dialogues.frame('new_msg', alice, bob, 'kept'), sent_timestamp });
    await toBob.next();
  }
  const atAlice = await dialogues.receiving(server, alice);
  const both = [await dialogues.sending(server, bob, alice), await dialogues.sending(server, bob, alice)];
  for (const [at, time] of times.entries())
    both[at % 2]?.says(dialogues.frame('msg_received', bob, alice, time));
  await atAlice.hears(2 * EACH);
  return 2 * EACH - (await dialogues.fetched(server, bob)).length;
}

/** How many of the messages that stay are in an answer once, while something comes or goes. */
async function fetchedOnce(server: RunningServer, meanwhile: 'writes' | 'acknowledges'): Promise<number> {
  const { alice, bob } = await dialogues.cast(server);
  const [toBob, toAlice] = [
    await dialogues.sending(server, alice, bob),
    await dialogues.sending(server, bob, alice),
  ];
  const [first = '', ...times] = Array.from({ length: 41 }, (_, n) => dialogues.at(n));
  for (const sent_timestamp of [first, ...times]) {
    toBob.says({ ...dialogues.frame('new_msg', alice, bob, sent_timestamp), sent_timestamp });
    await toBob.next();
  }
  const receiving = await dialogues.receiving(server, bob);
  if (meanwhile === 'writes') toBob.says(dialogues.frame('new_msg', alice, bob, 'news'));
  else toAlice.says(dialogues.frame('msg_received', bob, alice, first));
  receiving.says(dialogues.frame('fetch_msgs', { phone: 'whoever' }, bob, '--null--'));
  const came: string[] = [];
  for (let isOver = false; !isOver; ) {
    const { all, messages } = (await receiving.next()) as Partial<dialogues.Chunk>;
    came.push(...dialogues.texts(messages ?? []));
    isOver = all === 'True';
  }
  return times.filter((text) => came.filter((one) => one === text).length === 1).length;
}
