import { expect, it } from 'vitest';
import { halfBegun } from './half-begun.ts';
import { tinyServer } from './testing/world.ts';

it('begins requests that never come to an end, and lets go of them', async () => {
  let answered = 0;
  const server = await tinyServer({
    answer: (_, response) => {
      answered += 1;
      response.end();
    },
  });
  const end = await halfBegun(server, 4);
  await fetch(server.http);
  expect(answered).toBe(1);
  end();
});

it('does not mind a target that takes no connections', async () => {
  const end = await halfBegun({ ws: 'ws://127.0.0.1:1' }, 2);
  expect(end).not.toThrow();
});
