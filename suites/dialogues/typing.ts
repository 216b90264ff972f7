// Typing is not saved, and a server may hold back repetitions: it is repeated until one of them arrives.
import { Failure } from '../kit/failure.ts';
import { isObject } from '../kit/match.ts';
import type { Heard } from '../kit/socket.ts';
import type { Chat } from './chat.ts';
import type { Actor } from './driver.ts';
import type { Inbox } from './inbox.ts';

const tries = 20;

export interface Typing {
  heard: Heard;
  /** When the person typed: what was heard is one of these. */
  instants: number[];
}

export async function typesUntilHeard(from: Actor, chat: Chat, to: Actor, ear: Inbox): Promise<Typing> {
  const since = ear.mark;
  const instants: number[] = [];
  const byThem = (value: unknown): true | string =>
    (isObject(value) && String(value['msg_from']).endsWith(from.phone)) || 'is by somebody else';
  while (instants.length < tries) {
    instants.push(chat.types(to));
    const heard = await ear.until(
      () => ear.all('isTypingHeard', byThem, since)[0],
      ear.world.patience.ms / tries,
    );
    if (heard !== undefined) return { heard, instants };
  }
  throw new Failure({
    expected: `${ear.who} hears that ${from.who} is typing`,
    received: 'nothing of the kind',
    because: `${ear.who} does not hear that ${from.who} is typing, however often`,
  });
}
