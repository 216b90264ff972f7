// The ways into a target, for checks that try all of them: every channel, every operation, every frame.
import type { Call, Reply } from './http.ts';
import type { Socket } from './socket.ts';
import type { Role } from './verbs.ts';

/** A valid request of alice's that is made for one use and does nobody any harm. */
export interface Aim {
  call: Partial<Call>;
  /** Whether the target has done what it was asked for: it shows alice's things, or they have changed. */
  carriedOut(reply: Reply): Promise<boolean>;
}

export interface Entrances {
  /** Opens a socket of this channel and nothing else; a token of null stands for none at all. */
  knockAt(channel: string, who: Role, token?: string | null): Promise<Socket>;
  /** Undefined for an operation that cannot be carried out without harm. */
  aim(operation: string): Promise<Aim | undefined>;
  /** What a frame of bob's has to say so that it is for alice, and from him. */
  aimed(message: string): Record<string, unknown>;
}

export function succeeded({ status }: Reply): Promise<boolean> {
  return Promise.resolve(status >= 200 && status < 300);
}

/** The answer shows this. */
export function shows(secret: unknown): (reply: Reply) => Promise<boolean> {
  const wanted = String(secret).toLowerCase();
  return (reply) => Promise.resolve(reply.bytes.toString().toLowerCase().includes(wanted));
}
