// After something that was not to be done: the message is in the history as it was.
import { Failure, given } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import type { Cast, Message } from './cast.ts';
import { withId } from './wire.ts';

export async function expectUnchanged(cast: Cast, { id, text }: Message): Promise<void> {
  const items = await given('The history could not be read', () => cast.history(cast.alice, cast.room()));
  const item = withId(items, id);
  if (item?.text === text) return;
  throw new Failure({
    expected: `message ${id} is in the history as it was: ${show(text)}`,
    received: item === undefined ? 'it is not there' : show(item.text),
    because:
      item === undefined
        ? 'the message is gone from the history, although it was not to be touched'
        : 'the message has another text, although it was not to be touched',
  });
}
