// What idle sockets need, and whether messages that are on disk leave anything behind in memory.
import { once } from 'node:events';
import type { WebSocket } from 'ws';
import type { BenchChild } from './child.ts';
import { FRAME, OWN_FRAMES, openSocket } from './fan-out.ts';

const OPENING_AT_ONCE = 50;
const IN_FLIGHT = 64;

/** Resident bytes of the server without anybody, and with so many sockets open. */
export async function idleSockets(
  child: BenchChild,
  sockets: number,
): Promise<{ before: number; after: number }> {
  const before = await child.usage(true);
  const open: WebSocket[] = [];
  while (open.length < sockets) {
    const from = open.length;
    const next = Array.from({ length: Math.min(OPENING_AT_ONCE, sockets - from) }, (_, i) => from + i);
    open.push(...(await Promise.all(next.map((i) => openSocket(child, i)))));
  }
  const after = await child.usage(true);
  for (const socket of open) socket.terminate();
  return { before: before.resident, after: after.resident };
}

/** Resident bytes of the server after each tenth of so many messages. */
export async function afterMessages(child: BenchChild, messages: number): Promise<number[]> {
  const resident: number[] = [];
  const [sender, listener] = [await openSocket(child, 0), await openSocket(child, 1)];
  for (let tenth = 0; tenth < 10; tenth += 1) {
    await exchange(sender, Math.ceil(messages / 10));
    resident.push((await child.usage(true)).resident);
  }
  for (const socket of [sender, listener]) socket.terminate();
  return resident;
}

/** Sends so many messages and hears everything that comes of them. */
async function exchange(sender: WebSocket, messages: number): Promise<void> {
  let sent = 0;
  let heard = 0;
  const send = () => {
    sent += 1;
    sender.send(FRAME);
  };
  const count = () => {
    heard += 1;
    if (heard % OWN_FRAMES === 0 && sent < messages) send();
    if (heard === messages * OWN_FRAMES) sender.emit('all heard');
  };
  sender.on('message', count);
  while (sent < Math.min(IN_FLIGHT, messages)) send();
  await once(sender, 'all heard');
  sender.off('message', count);
}
