// Uploads in the model: literal steps, and what people have to hear and to be shown because of them.
import { expect, it } from 'vitest';
import type { Line, News } from '../../kit/verbs.ts';
import { demandsOf } from '../expect.ts';
import { judgeHeard } from '../judge-heard.ts';
import { judgeView } from '../judge-view.ts';
import type { Oracle } from '../oracles.ts';
import { after, begin, type State } from '../state.ts';
import type { Step } from '../step.ts';

const promised = (oracle: Oracle): string => `threads.${oracle}`;
const ids = new Map([
  [1, '11'],
  [2, '12'],
]);
const together: Step[] = [
  { do: 'connect', who: 'alice' },
  { do: 'connect', who: 'bob' },
];
const uploads: Step = { do: 'upload', who: 'alice' };
const announces: Step = { do: 'announce', who: 'alice', socket: 1, message: 1 };
const byBob: Step = { ...announces, who: 'bob' };
const state = (...steps: Step[]): State =>
  [...together, ...steps].reduce((now, step) => after(now, step, 'done'), begin('m'));

const told: News = {
  kind: 'announced',
  id: '11',
  text: 'm1',
  by: 'alice',
  file: { name: 'm1.png', address: '/1' },
};
const heard = (before: State, ...news: News[]): Oracle | undefined =>
  judgeHeard(before, [{ label: 'bob', who: 'bob', news }], ids, promised)?.oracle;
const shown = (before: State, ...lines: Line[]): Oracle | undefined =>
  judgeView(before, { who: 'bob', lines, pending: false, cut: false }, ids, promised)?.oracle;
const line: Line = { id: '11', text: 'm1', file: { name: 'm1.png', address: '/1' } };

it('wants the first announcement by the author to be heard, and no other', () => {
  const kinds = (before: State, step: Step): string[] =>
    demandsOf(before, step, promised).heard.map(({ kind, sockets }) => `${sockets.join('+')} ${kind}`);
  expect(kinds(state(uploads), announces)).toEqual(['bob announced']);
  expect(kinds(state(uploads, announces), announces)).toEqual([]);
  expect(kinds(state(uploads), byBob)).toEqual([]);
  expect(kinds(state(), uploads)).toEqual([]);
});

it.each<[string, Oracle | undefined, State, News[]]>([
  ['an upload that is announced', undefined, state(uploads, announces), [told]],
  [
    'an upload that is announced twice, and heard twice',
    undefined,
    state(uploads, announces, announces),
    [told, told],
  ],
  [
    'an upload that is announced twice, and heard once',
    undefined,
    state(uploads, announces, announces),
    [told],
  ],
  ['an upload that nobody has announced', 'upload alone is not heard', state(uploads), [told]],
  [
    'an upload that only its receiver has announced',
    'announcement by the other',
    state(uploads, byBob),
    [told],
  ],
  ['one announcement twice', 'announced once', state(uploads, announces), [told, told]],
  [
    'an upload without its file besides',
    'announced once',
    state(uploads, announces),
    [told, { kind: 'said', id: '11', text: 'm1', by: 'alice' }],
  ],
  ['an upload under another id', 'announced as itself', state(uploads, announces), [{ ...told, id: '99' }]],
  [
    'the words of the announcement',
    'announced with its text',
    state(uploads, announces),
    [{ ...told, text: 'm1a' }],
  ],
  [
    'an upload as one of its receiver',
    'announced by its author',
    state(uploads, announces),
    [{ ...told, by: 'bob' }],
  ],
  [
    'an upload with the file of another',
    'file keeps its name',
    state(uploads, uploads, announces),
    [{ ...told, file: { name: 'm2.png', address: '/2' } }],
  ],
])('judges what is heard: %s', (_, oracle, before, news) => {
  expect(heard(before, ...news)).toBe(oracle);
});

it.each<[string, Oracle | undefined, State, Line[]]>([
  ['an upload with its file', undefined, state(uploads), [line]],
  ['an upload of which the answer never came', undefined, after(state(), uploads, 'unknown'), []],
  ['no upload', 'upload is stored', state(uploads), []],
  ['an upload without its file', 'upload is stored', state(uploads), [{ ...line, file: null }]],
  [
    'an upload with another file',
    'file keeps its name',
    state(uploads),
    [{ ...line, file: { name: 'x', address: '' } }],
  ],
  [
    'an announced upload in other words',
    'announcement adds nothing',
    state(uploads, announces),
    [{ ...line, text: 'm1a' }],
  ],
  [
    'an announced upload twice',
    'announcement adds nothing',
    state(uploads, announces),
    [line, { id: '13', text: 'm1a' }],
  ],
  ['an upload under another id', 'upload is stored as answered', state(uploads), [{ ...line, id: '99' }]],
  [
    'a file where none was given',
    'no file is none',
    state({ do: 'say', who: 'alice', socket: 1, times: 1 }),
    [line],
  ],
])('judges what is shown: %s', (_, oracle, before, lines) => {
  expect(shown(before, ...lines)).toBe(oracle);
});
