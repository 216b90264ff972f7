import { expect, it } from 'vitest';
import type { Entry } from '../kit/outcome.ts';
import type { Heard } from '../kit/socket.ts';
import type { News } from '../kit/verbs.ts';
import { changesOf } from './changes.ts';

const entry: Entry = { t: 0, who: 'bob', kind: 'received', where: '', what: '' };

/** What bob's socket heard, as news. */
function hearing(...news: News[]) {
  const frames = news.map((value, at): Heard => ({ name: value.kind, value, entry, at }));
  const changes = changesOf({ newsOf: ({ at }) => news[at] }, 'm ');
  changes.learn([{ ear: { heard: frames } }]);
  return { changes, told: () => frames.flatMap((heard) => changes.toldBy(heard) ?? []) };
}

it('knows a message by its id once it has been heard, until it is changed', () => {
  const { changes } = hearing({ kind: 'said', id: '7', text: 'm one' });
  expect(changes.isUntouched('m one')).toBe(true);
  expect(changes.isUntouched('m two')).toBe(false);
  expect(changes.touch('m one')).toBe('7');
  expect(changes.isUntouched('m one')).toBe(false);
});

it('finds a changed message in a view by its id, and every other by its text', () => {
  const { changes } = hearing(
    { kind: 'said', id: '7', text: 'm one' },
    { kind: 'said', id: '8', text: 'm two' },
  );
  changes.touch('m one');
  expect(changes.nameOf({ id: '7', text: 'm one, edited' })).toBe('m one');
  expect(changes.nameOf({ id: '8', text: 'm two' })).toBeUndefined();
});

it('tells edits, deletions, and the status of what was not edited', () => {
  const { changes, told } = hearing(
    { kind: 'said', id: '7', text: 'm one' },
    { kind: 'said', id: '8', text: 'm two' },
    { kind: 'read', id: '8' },
    { kind: 'edited', id: '7', text: 'm one, edited' },
    { kind: 'delivered', id: '7' },
    { kind: 'removed', id: '7' },
    { kind: 'edited', id: '9', text: 'of somebody else' },
  );
  changes.touch('m one');
  expect(told()).toEqual([
    { kind: 'status', message: 'm two', status: 'read' },
    { kind: 'edited', message: 'm one', text: 'm one, edited' },
    { kind: 'deleted', message: 'm one' },
  ]);
});

it('tells nothing where nothing was changed', () => {
  const { told } = hearing({ kind: 'said', id: '7', text: 'm one' }, { kind: 'read', id: '7' });
  expect(told()).toEqual([]);
});
