// What people do beside the conversation of alice and bob. What is said there is called a note; notes are counted from 1.
import { type Member, membersOf, type Place } from '../../kit/beside.ts';

export type BesideStep =
  | { do: 'say beside'; who: Member; place: Place }
  | { do: 'acknowledge beside' | 'read beside'; who: Member; note: number }
  | { do: 'type beside'; who: Member; place: Place; to: Member }
  | { do: 'look beside'; who: Member };

/** What each step has to say besides what it does. */
export const besideFields: Readonly<Record<BesideStep['do'], readonly string[]>> = {
  'say beside': ['who', 'place'],
  'acknowledge beside': ['who', 'note'],
  'read beside': ['who', 'note'],
  'type beside': ['who', 'place', 'to'],
  'look beside': ['who'],
};

export function besideSentence(step: BesideStep): string {
  const { who } = step;
  switch (step.do) {
    case 'say beside':
      return `${who} writes a note to ${nameOf(step.place, who)}`;
    case 'acknowledge beside':
      return `${who} acknowledges note ${step.note}`;
    case 'read beside':
      return `${who} has read note ${step.note}`;
    case 'type beside':
      return `${who} is typing to ${step.to} in ${nameOf(step.place, who)}`;
    case 'look beside':
      return `${who} looks at the notes`;
  }
}

export function nameOf(place: Place, who: Member): string {
  if (place === 'all') return 'the group of all three';
  if (place === 'two') return 'the group of alice and bob';
  return membersOf.aside.filter((one) => one !== who).join(' and ');
}
