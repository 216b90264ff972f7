// Conversations beside the one of alice and bob, where a dialect has more than that: groups, and what carol tells bob.
import type { Heard, Socket } from './socket.ts';

export type Member = 'alice' | 'bob' | 'carol';

/** The group of all three, the group of two, and the conversation of carol and bob. */
export type Place = 'all' | 'two' | 'aside';

export const membersOf: Readonly<Record<Place, readonly Member[]>> = {
  all: ['alice', 'bob', 'carol'],
  two: ['alice', 'bob'],
  aside: ['bob', 'carol'],
};

export interface BesideNews {
  kind: 'said' | 'confirmed' | 'received' | 'read' | 'typing';
  place?: Place | undefined;
  /** The id of the note that it is about. */
  id?: string;
  text?: string;
  by?: Member | undefined;
}

/** One note as it is fetched. */
export interface BesideLine {
  place: Place | undefined;
  text: string;
  id: string;
  by: Member | undefined;
  /** Whether it came with what groups have said. */
  among: 'groups' | 'people';
  /** Who has not acknowledged it, its author left out; undefined where the dialect does not say. */
  pending?: readonly Member[];
}

/** Somebody's socket for one of these conversations. */
export interface BesideSeat {
  socket: Socket;
  /** Says a note; gives the id that it is known by from then on. */
  say(text: string): string;
  acknowledge(id: string): void;
  markRead(id: string): void;
  type(to: Member): void;
}

export interface Beside {
  places: readonly Place[];
  enter(who: Member, place: Place): Promise<BesideSeat>;
  newsOf(heard: Heard): BesideNews | undefined;
  /** What waits for this person in all of these conversations. */
  waiting(who: Member): Promise<BesideLine[]>;
}
