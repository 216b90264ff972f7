import { expect, it } from 'vitest';
import { assertHandled } from './operations.ts';

it('starts only when everything that is documented has a handler, and nothing else has', () => {
  const say = () => {};
  expect(() => assertHandled('operation', ['say', 'edit'], { say })).toThrow(
    'The operation "edit" is documented and has no handler: add it.',
  );
  expect(() => assertHandled('channel "room"\'s frame', ['say'], { say, edit: say })).toThrow(
    'The channel "room"\'s frame "edit" has a handler and is not documented: remove it.',
  );
  expect(() => assertHandled('operation', ['say'], { say })).not.toThrow();
});
