// Which expectation a note stands for: in a group it is one of the group's, elsewhere one of any two people.
import type { Place } from '../../kit/beside.ts';
import type { Oracle } from '../oracles.ts';

const apart = {
  'said to each': ['said to the other', 'group: said to each'],
  'said once': ['said once', 'group: said once'],
  'said in order': ['said in order', 'group: said in order'],
  'said by its author': ['said by its author', 'group: said by its author'],
  'said to nobody else': ['said to nobody else', 'group: said to nobody else'],
  confirmed: ['confirmed', 'group: confirmed'],
  'confirmed once': ['confirmed once', 'group: confirmed once'],
  'acknowledgement told': ['acknowledgement told', 'group: acknowledgement told'],
  'acknowledgement deletes': ['acknowledgement deletes', 'group: acknowledgement deletes'],
  'last acknowledgement deletes': ['acknowledgement deletes', 'group: last acknowledgement deletes'],
  'acknowledgement spares the rest': [
    'acknowledgement spares the rest',
    'group: acknowledgement spares the rest',
  ],
  'reading told': ['reading told', 'group: reading told'],
  'reading spares everything': ['reading spares everything', 'group: reading spares everything'],
  'typing told': ['typing told', 'group: typing told'],
  'shown to both': ['shown to both', 'group: shown to both'],
  'shown to the absent': ['shown to the absent', 'group: shown to the absent'],
  'shown once': ['shown once', 'group: shown once'],
  'shown as said': ['shown as said', 'group: shown as said'],
  'shown with its author': ['shown with its author', 'group: shown with its author'],
  'shown without own': ['shown without own', 'group: shown without own'],
} satisfies Record<string, readonly [Oracle, Oracle]>;

export type Beside = keyof typeof apart;

export function oracleAt(place: Place, what: Beside): Oracle {
  const [alone, grouped] = apart[what];
  return place === 'aside' ? alone : grouped;
}
