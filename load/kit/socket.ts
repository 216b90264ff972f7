// One measured WebSocket.
import { clearTimeout, setTimeout } from 'k6/timers';
import { WebSocket } from 'k6/websockets';
import * as metrics from './metrics.ts';
import type { Person } from './plan.ts';
import { address } from './run.ts';

const FIRST_WITHIN = 10_000;

export interface Socket<Frame> {
  /** False when the socket is not open any more. */
  send(frame: Frame): boolean;
  leave(): void;
}

export interface Place {
  channel: string;
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
}

/** Opens a socket; undefined when it does not open. What is heard is handed on as it was parsed. */
export function enter<FromClient>(
  who: Person,
  { channel, params = {}, query = {} }: Place,
  hears: (frame: unknown) => void,
): Promise<Socket<FromClient> | undefined> {
  return new Promise((resolve) => {
    const began = Date.now();
    let state: 'opening' | 'open' | 'left' | 'lost' = 'opening';
    const socket = new WebSocket(address('ws', channel, params, { ...query, ...who.ws.query }), null, {
      headers: who.ws.headers,
      tags: { channel },
    });
    const end = (): void => {
      if (state === 'left' || state === 'lost') return;
      if (state === 'open') metrics.closed.add(1);
      metrics.errors.add(1, { kind: state === 'opening' ? 'connect' : 'closed' });
      state = 'lost';
      resolve(undefined);
    };
    socket.onopen = () => {
      state = 'open';
      metrics.connect.add(Date.now() - began);
      metrics.opened.add(1);
      resolve({
        send(frame) {
          if (state !== 'open') return false;
          socket.send(JSON.stringify(frame));
          return true;
        },
        leave() {
          if (state !== 'open') return;
          state = 'left';
          metrics.closed.add(1);
          socket.close();
        },
      });
    };
    socket.onmessage = (event) => {
      if (event !== undefined && typeof event.data === 'string') hears(parsed(event.data));
    };
    socket.onerror = end;
    socket.onclose = end;
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The frame, when its tag says that it is of this kind; its fields are judged by what is read from them. */
export function isFrame<Frame extends object, Tag extends keyof Frame>(
  value: unknown,
  tag: Tag,
  is: Frame[Tag],
): value is Frame {
  return typeof value === 'object' && value !== null && tag in value && Object(value)[tag] === is;
}

/** Opens a socket for what it tells first, and leaves; undefined when that does not come. */
export async function firstOf<FromClient, T>(
  who: Person,
  place: Place,
  understood: (frame: unknown) => T | undefined,
  ask?: (socket: Socket<FromClient>) => void,
): Promise<T | undefined> {
  let settle: (found: T | undefined) => void = () => undefined;
  const found = new Promise<T | undefined>((resolve) => {
    settle = resolve;
  });
  const late = setTimeout(() => settle(undefined), FIRST_WITHIN);
  const socket = await enter<FromClient>(who, place, (frame) => {
    const value = understood(frame);
    if (value !== undefined) settle(value);
  });
  if (socket === undefined) settle(undefined);
  else ask?.(socket);
  const first = await found;
  clearTimeout(late);
  socket?.leave();
  return first;
}

/** The items of a list; what is in them is judged by what is read from them. */
export function itemsOf<Item extends object>(value: unknown): Item[] | undefined {
  return Array.isArray(value)
    ? value.filter((item): item is Item => typeof item === 'object' && item !== null)
    : undefined;
}
