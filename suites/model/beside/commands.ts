// The steps beside the conversation of the two, as fast-check draws them.
import fc from 'fast-check';
import { type Member, membersOf, type Place } from '../../kit/beside.ts';
import { type Command, commandFor } from '../commands.ts';
import type { State } from '../state.ts';
import { type Note, receiversOf } from './state.ts';
import type { BesideStep } from './step.ts';

const weights: readonly [BesideStep['do'], number][] = [
  ['say beside', 7],
  ['acknowledge beside', 4],
  ['read beside', 2],
  ['type beside', 1],
  ['look beside', 2],
];

interface Draw {
  do: BesideStep['do'];
  who: Member;
  place: Place;
  note: number;
  to: number;
}

export function besideCommands(places: readonly Place[]): fc.Arbitrary<Command>[] {
  if (places.length === 0) return [];
  return weights.flatMap(([name, weight]) => Array.from({ length: weight }, () => commandOf(name, places)));
}

function commandOf(name: BesideStep['do'], places: readonly Place[]): fc.Arbitrary<Command> {
  return fc
    .record({
      do: fc.constant(name),
      who: fc.constantFrom<Member[]>('alice', 'bob', 'carol'),
      place: fc.constantFrom(...places),
      note: fc.nat(3),
      to: fc.nat(1),
    })
    .map((draw) => commandFor(name, (state) => resolved(state, draw)));
}

function resolved({ notes }: State, { do: name, who, place, note, to }: Draw): BesideStep | undefined {
  const isMember = membersOf[place].includes(who);
  switch (name) {
    case 'say beside':
      return isMember ? { do: name, who, place } : undefined;
    case 'type beside': {
      const others = receiversOf({ place, author: who });
      const one = others[to % others.length];
      return isMember && one !== undefined ? { do: name, who, place, to: one } : undefined;
    }
    case 'look beside':
      return notes.length > 0 ? { do: name, who } : undefined;
    default: {
      const isOpen = (one: Note): boolean =>
        one.is === 'there' && receiversOf(one).includes(who) && !one.acknowledgedBy.includes(who);
      const open = notes.flatMap((one, at) => (isOpen(one) ? [at + 1] : []));
      const chosen = open.at(-1 - (note % Math.max(open.length, 1)));
      return chosen === undefined ? undefined : { do: name, who, note: chosen };
    }
  }
}
