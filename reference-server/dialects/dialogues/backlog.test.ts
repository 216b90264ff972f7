import { expect, it, onTestFinished } from 'vitest';
import type { Limits } from '../../limits.ts';
import { serve } from '../../server.ts';
import { cast, chunks, frame, receiving, type Someone, sending, texts } from './testing.ts';

const MESSAGES = 1_500;
const LONG = 'x'.repeat(8_000);

it('sends a backlog of many times what the queue holds, and what comes meanwhile', async () => {
  const { server, alice, bob } = await withBacklog({ queuedBytes: 100_000 });
  const [atBob, toBob] = [await receiving(server, bob), await sending(server, alice, bob)];
  atBob.socket.pause();
  atBob.says(frame('fetch_msgs', alice, bob, '--null--'));
  toBob.says(frame('new_msg', alice, bob, 'meanwhile'));
  expect(await toBob.next()).toMatchObject({ command: 'msg_sent' });
  atBob.socket.resume();
  const heard = new Set<string>();
  const flags: string[] = [];
  let live = 0;
  while (flags.at(-1) !== 'True' || live === 0) {
    const next = (await atBob.next()) as { command: string; all: string; messages: { message: string }[] };
    if (next.command === 'new_msg') live += 1;
    else {
      flags.push(next.all);
      for (const { message } of next.messages) heard.add(message);
    }
  }
  expect(heard.size).toBe(MESSAGES);
  expect(flags.filter((all) => all === 'True')).toHaveLength(1);
});

it('answers one fetch after the other, each of them whole', async () => {
  const { server, alice, bob } = await withBacklog({ queuedBytes: 100_000 });
  const atBob = await receiving(server, bob);
  atBob.says(frame('fetch_msgs', alice, bob, '--null--'));
  for (let time = 0; time < 2; time += 1) {
    // The second of these asks for a third answer, before the second has come.
    const messages = texts((await chunks(atBob, bob)).flatMap((chunk) => chunk.messages));
    expect(new Set(messages).size).toBe(MESSAGES);
    expect(messages).toHaveLength(MESSAGES);
  }
});

it('goes on for others while somebody does not read, and lets go of who goes away', async () => {
  const { server, alice, bob, carol } = await withBacklog({ queuedBytes: 100_000 });
  const [atBob, atCarol] = [await receiving(server, bob), await receiving(server, carol)];
  atBob.socket.pause();
  for (let time = 0; time < 20; time += 1) atBob.says(frame('fetch_msgs', alice, bob, '--null--'));
  const toCarol = await sending(server, alice, carol);
  toCarol.says(frame('new_msg', alice, carol, 'for carol'));
  expect(await atCarol.next()).toMatchObject({ message: 'for carol' });
  atBob.socket.terminate();
  expect(texts((await chunks(atCarol, carol)).flatMap((chunk) => chunk.messages))).toEqual(['for carol']);
});

async function withBacklog(limits: Partial<Limits>) {
  const server = await serve('dialogues', { limits });
  onTestFinished(() => server.close());
  const people = await cast(server);
  const { people: known, conversations, messages, store } = server.chat;
  const [from, to] = [people.alice, people.bob].map(
    ({ phone }: Someone) => known.by('phone', phone)?.id ?? 0,
  );
  if (from === undefined || to === undefined) throw new Error('Nobody was provisioned.');
  const pair = conversations.getOrCreatePair(from, to, 0).id;
  store.transaction(() => {
    for (let sentAt = 0; sentAt < MESSAGES; sentAt += 1) {
      const content = { text: `${sentAt} ${LONG}`, status: 'kept', sentAt, createdAt: sentAt };
      const message = messages.add({ conversation: pair, sender: from, receiver: to, ...content });
      messages.addPending(message, to);
    }
  });
  return { server, ...people };
}
