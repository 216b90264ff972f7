import { expectTrue } from '../kit/expect.ts';
import { check } from './driver.ts';

check({
  says: 'An upload that was answered 201 is there, with its bytes, after the server was killed.',
  requires: ['threads.durability.attachment-survives-restart'],
  catches: ['restart-loses-files'],
  profile: 'standard',
  restarts: true,
  async run({ uploaded, find, getFile, alice, bob, world }) {
    const upload = await uploaded(alice, bob);
    await world.restart();
    const item = await find(bob, alice, upload.text);
    expectTrue(item !== undefined, 'the upload is not among the messages after the restart', {
      expected: 'the message with the file',
      received: 'no such message',
    });
    const reply = await getFile(bob, item?.attached_file);
    const same = reply.status === 200 && reply.bytes.equals(upload.bytes);
    expectTrue(same, 'the file is gone after the restart', {
      expected: `200 and the ${upload.bytes.length} bytes that were uploaded`,
      received: `${reply.problem ?? reply.status} and ${reply.bytes.length} bytes`,
      entry: reply.entry,
    });
  },
});
