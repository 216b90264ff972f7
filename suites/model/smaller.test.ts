import { expect, it } from 'vitest';
import { smallerThan } from './smaller.ts';
import { type Step, sentenceOf } from './step.ts';

const script = (steps: readonly Step[]): string => steps.map(sentenceOf).join('; ');
const smaller = (...steps: Step[]): string[] => smallerThan(steps).map(script);
const connect: Step = { do: 'connect', who: 'alice' };

it('takes with a message what speaks of it, and counts the others anew', () => {
  const says: Step = { do: 'say', who: 'alice', socket: 1, times: 1 };
  const edit: Step = { do: 'edit', who: 'alice', socket: 1, message: 2 };
  const found = smaller(connect, says, says, edit);
  expect(found).toContain('alice connects; alice says something; alice edits message 1');
  expect(found).toContain('alice connects; alice says something');
  expect(found).not.toContain('alice connects; alice says something; alice edits message 2');
});

it('takes with a socket what is done on it, and counts the others anew', () => {
  const says: Step = { do: 'say', who: 'alice', socket: 2, times: 1 };
  expect(smaller(connect, connect, says)).toEqual(
    expect.arrayContaining(['alice connects; alice says something', 'alice connects; alice connects']),
  );
});

it('says less at once, keeping the first or the last', () => {
  const says: Step = { do: 'say', who: 'alice', socket: 1, times: 2 };
  const edit: Step = { do: 'edit', who: 'alice', socket: 1, message: 2 };
  expect(smaller(connect, says, edit)).toContain(
    'alice connects; alice says something; alice edits message 1',
  );
});

it('takes with an upload its announcement, and counts the others anew', () => {
  const upload: Step = { do: 'upload', who: 'alice' };
  const announce: Step = { do: 'announce', who: 'alice', socket: 1, message: 2 };
  const found = smaller(connect, upload, upload, announce);
  expect(found).toContain('alice connects; alice uploads a file; alice announces message 1');
  expect(found).toContain('alice connects; alice uploads a file');
});

it('leaves cleanly rather than abruptly', () => {
  expect(smaller(connect, { do: 'leave', who: 'alice', socket: 1, how: 'abruptly' })).toContain(
    'alice connects; alice leaves cleanly',
  );
});
