import { expect, it, onTestFinished } from 'vitest';
import { type RunningServer, serve } from '../server.ts';
import { chatter, inRoom, roomOfTwo } from '../testing/chatter.ts';
import { faultChoice, faultNames, loadFault } from './fault-files.ts';
import { FAULT_KINDS, type Fault } from './faults.ts';

it('says for each fault what it is, what a user notices and what it breaks', async () => {
  for (const name of faultNames()) {
    const fault = await loadFault(name);
    expect(fault.name).toBe(name);
    expect(FAULT_KINDS).toContain(fault.kind);
    expect(fault.says).toMatch(/^[A-Z].*\.$/);
    expect(fault.breaks.length > 0).toBe(fault.underLoad !== true);
  }
});

it('keeps a message from the other person with drop-message', async () => {
  const { atAlice, atBob } = await withFault('drop-message');
  atAlice.says({ message: 'lost' });
  expect(await atAlice.hears(3)).toMatchObject([
    { type: 'chat_message' },
    {},
    { type: 'mark_message_as_read' },
  ]);
  atBob.says({ message: 'fence' });
  expect(await atBob.next()).toMatchObject({ message: { text: 'fence' } });
});

it('brings each message twice with deliver-twice', async () => {
  const { atAlice, atBob } = await withFault('deliver-twice');
  atAlice.says({ message: 'again' });
  const twice = [{ message: { text: 'again' } }, { message: { text: 'again' } }];
  expect(await atBob.hears(2)).toMatchObject(twice);
  expect(await atAlice.hears(4)).toMatchObject([...twice, { type: 'mark_message_as_delivered' }, {}]);
});

it('turns the history round with history-oldest-first, and back when it is switched off', async () => {
  const { server, alice, room, atAlice } = await withFault('history-oldest-first');
  atAlice.says({ message: 'first' });
  atAlice.says({ message: 'second' });
  await atAlice.hears(6);
  const history = async () => {
    const again = await chatter(`${server.ws}/ws/chat/${room}/`, {
      headers: { authorization: `Bearer ${alice.token}` },
    });
    return ((await again.next()) as { text: string }[]).map((item) => item.text);
  };
  expect(await history()).toEqual(['first', 'second']);
  server.faults.off('history-oldest-first');
  expect(await history()).toEqual(['second', 'first']);
});

it('can let somebody in who is not a member', async () => {
  const { server, carol, room } = await withFault({
    ...blank,
    decide: (question) => (question === 'member' ? true : undefined),
  });
  const atCarol = await inRoom(server, carol, room);
  atCarol.says({ message: 'I should not be here' });
  expect(await atCarol.next()).toMatchObject({ message: { sender_id: carol.id } });
});

it('can hold a frame back and send it after the next one', async () => {
  const held: Fault = {
    ...blank,
    outgoingFrame(frame, { delivers, to, memory, send }) {
      if (!delivers) return undefined;
      const earlier = memory.get(to);
      memory.set(to, frame);
      if (earlier === undefined) return null;
      send(frame);
      return earlier;
    },
  };
  const { atAlice, atBob } = await withFault(held);
  atAlice.says({ message: 'first' });
  atAlice.says({ message: 'second' });
  expect(await atBob.hears(2)).toMatchObject([
    { message: { text: 'second' } },
    { message: { text: 'first' } },
  ]);
});

it('can acknowledge a message that it never stores, without using its id twice', async () => {
  const { server, alice, room, atAlice } = await withFault({
    ...blank,
    storeWrite: (change) => (change.kind === 'add message' ? null : undefined),
  });
  atAlice.says({ message: 'gone' });
  const [gone] = await atAlice.hears(3);
  server.faults.off();
  atAlice.says({ message: 'kept' });
  const [kept] = await atAlice.hears(3);
  const idOf = (frame: unknown) => (frame as { message: { message_id: number } }).message.message_id;
  expect(idOf(kept)).toBe(idOf(gone) + 1);
  expect(server.chat.messages.newest(room, 50)).toMatchObject([{ text: 'kept', sender: alice.id }]);
});

it('can answer a refused handshake with a crash, or let it in', async () => {
  const { server, carol, room } = await withFault({
    ...blank,
    upgrade: () => ({ status: 101, closeWith: 1011 }),
  });
  const atCarol = await chatter(`${server.ws}/ws/chat/${room}/`, {
    headers: { authorization: `Bearer ${carol.token}` },
  });
  expect(await atCarol.closed).toBe(1011);
});

it('hits as often as its rate says, and in the same places for the same seed', async () => {
  const texts = async (seed: number) => {
    const { atAlice } = await withFault('deliver-twice', 0.3, seed);
    for (let number = 0; number < 40; number += 1) atAlice.says({ message: String(number) });
    const heard: string[] = [];
    while (heard.at(-1) !== '39') {
      const frame = (await atAlice.next()) as { type: string; message: { text: string } };
      if (frame.type === 'chat_message') heard.push(frame.message.text);
    }
    return heard.join(' ');
  };
  expect(await texts(4711)).toBe(await texts(4711));
  expect(await texts(4711)).not.toBe(await texts(4712));
});

it('names the nearest fault and the right way to write a rate', async () => {
  await expect(loadFault('drop-mesage')).rejects.toThrow('Did you mean "drop-message"?');
  expect(() => faultChoice('drop-message:often')).toThrow('write drop-message:0.1');
  expect(faultChoice('drop-message:0.25')).toEqual({ name: 'drop-message', rate: 0.25 });
});

const blank: Fault = {
  name: 'made-up',
  dialects: 'all',
  kind: 'schema',
  says: 'Made up.',
  breaks: ['made.up'],
};

async function withFault(fault: string | Fault, rate = 1, seed = 1) {
  const server: RunningServer = await serve('receipts', { seed });
  onTestFinished(() => server.close());
  const { alice, bob, carol, room } = await roomOfTwo(server);
  const [atAlice, atBob] = [await inRoom(server, alice, room), await inRoom(server, bob, room)];
  await server.faults.on(fault, rate);
  return { server, alice, bob, carol, room, atAlice, atBob };
}
