import { expect, it } from 'vitest';
import { handled } from './operations.ts';

it('starts only when everything that is documented has a handler, and nothing else has', () => {
  const say = () => {};
  const [saying, editing] = [{ id: 'say' }, { id: 'edit' }];
  expect(() => handled('operation', [saying, editing], { say })).toThrow(
    'The operation "edit" is documented and has no handler: add it.',
  );
  expect(() => handled('channel "room"\'s frame', [saying], { say, edit: say })).toThrow(
    'The channel "room"\'s frame "edit" has a handler and is not documented: remove it.',
  );
  expect(handled('operation', [saying], { say })).toEqual([[saying, say]]);
});
