import { expectEqual, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { sameId } from '../kit/match.ts';
import { check } from './driver.ts';
import { picture } from './files.ts';
import { attachmentsOf, messageIn, withId } from './wire.ts';

check({
  says: 'Edits and deletions that were announced still hold after the server was killed.',
  requires: ['actions.durability.edits-and-deletions-survive-restart'],
  catches: ['restart-undoes-changes'],
  profile: 'standard',
  restarts: true,
  async run({ together, message, history, room, bob, world }) {
    const { a, b } = await together();
    const [changing, going] = [await message(a, a, b), await message(a, a, b)];
    const text = world.text();
    a.edit(changing.id, text);
    a.remove(going.id);
    await given('The changes were not announced', () =>
      Promise.all([
        b.hears('edited', { message_id: sameId(changing.id), text }),
        b.hears('deleted', { message_id: sameId(going.id) }),
      ]),
    );
    await world.restart();
    const items = await history(bob, room());
    const item = withId(items, changing.id);
    if (item === undefined) throw new Unmet('The edited message is not in the history.');
    expectEqual('The text of the message after the restart', item.text, text);
    expectTrue(withId(items, going.id) === undefined, 'the deleted message is back after the restart', {
      expected: `no message ${going.id}`,
      received: `${items.length} messages, this one among them`,
    });
  },
});

check({
  says: 'A file that was sent can still be fetched after the server was killed.',
  requires: ['actions.durability.files-survive-restart'],
  catches: ['restart-loses-files'],
  profile: 'standard',
  restarts: true,
  async run({ together, messageWithFile, history, getFile, room, bob, world }) {
    const { a, b } = await together();
    const file = picture(world.text());
    const message = await messageWithFile(a, file, a, b);
    await world.restart();
    const item = withId(await history(bob, room()), message.id) ?? messageIn(message.heard);
    const address = attachmentsOf(item)[0]?.['file_url'];
    if (address === undefined) throw new Unmet('The message has no attachment.');
    const reply = await getFile('bob', new URL(String(address), world.target.http).href);
    expectTrue(reply.status === 200 && reply.bytes.equals(file.bytes), 'the file is gone after the restart', {
      expected: `200 and the ${file.bytes.length} bytes that were sent`,
      received: `${reply.problem ?? reply.status} and ${reply.bytes.length} bytes`,
      entry: reply.entry,
    });
  },
});
