// One sender and so many listeners: how many frames arrive in a second, and what each costs the server.
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { BenchChild } from './child.ts';

export interface FanOut {
  framesPerSecond: number;
  /** Microseconds of the server's processor time. */
  cpuPerFrame: number;
}

/** Frames that the sender hears of each message: its own, and that it was delivered and read. */
export const OWN_FRAMES = 3;
const IN_FLIGHT = 32;
export const FRAME = JSON.stringify({
  message: 'Are you coming tonight? It would be good to see you again.',
});

export async function fanOut(child: BenchChild, sockets: number, seconds: number): Promise<FanOut> {
  return await whileBusy(child, sockets, async (framesUntilNow) => {
    const [framesBefore, usageBefore, from] = [framesUntilNow(), await child.usage(), performance.now()];
    await wait(seconds * 1_000);
    const [delivered, usage, until] = [
      framesUntilNow() - framesBefore,
      await child.usage(),
      performance.now(),
    ];
    return {
      framesPerSecond: (delivered / (until - from)) * 1_000,
      cpuPerFrame: (usage.cpu - usageBefore.cpu) / delivered,
    };
  });
}

/** Does something while one sender keeps so many sockets busy. */
export async function whileBusy<T>(
  child: BenchChild,
  sockets: number,
  measure: (framesUntilNow: () => number) => Promise<T>,
): Promise<T> {
  const clients = await Promise.all(Array.from({ length: sockets }, (_, i) => openSocket(child, i)));
  let frames = 0;
  let own = 0;
  const count = () => {
    frames += 1;
  };
  const [sender] = clients;
  for (const client of clients) client.on('message', count);
  sender?.on('message', () => {
    own += 1;
    if (own % OWN_FRAMES === 0) sender.send(FRAME);
  });
  for (let message = 0; message < IN_FLIGHT; message += 1) sender?.send(FRAME);
  await wait(500);
  try {
    return await measure(() => frames);
  } finally {
    for (const client of clients) client.terminate();
  }
}

/** The socket of the next person, past the history. */
export async function openSocket({ url, people }: BenchChild, i: number): Promise<WebSocket> {
  const headers = people[i % people.length] ?? {};
  const socket = new WebSocket(url, { headers, perMessageDeflate: false, skipUTF8Validation: true });
  await once(socket, 'message');
  return socket;
}
