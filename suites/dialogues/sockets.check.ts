import { expectOpen } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { check } from './driver.ts';

check({
  says: 'A person opens their receive socket.',
  requires: ['dialogues.sockets.receive-socket-opens'],
  catches: ['refuses-everybody', 'refuses-receive-sockets'],
  async run({ knockInbox, chat, message, alice, bob }) {
    const inbox = await knockInbox(bob);
    expectOpen(inbox);
    // Whoever takes every connection and never says a word has let nobody in.
    await given('The open socket shows no sign of life', async () => message(await chat(alice, bob), inbox));
  },
});

check({
  says: 'A person opens a send socket to another person.',
  requires: ['dialogues.sockets.personal-socket-opens'],
  catches: ['refuses-everybody', 'refuses-personal-sockets'],
  async run({ knockChat, message, alice, bob }) {
    const chat = await knockChat(alice, bob);
    expectOpen(chat.socket);
    await given('The open socket shows no sign of life', () => message(chat));
  },
});

check({
  says: 'Every participant opens a send socket to the group, whether admin or not.',
  requires: ['dialogues.sockets.group-socket-opens'],
  catches: ['refuses-everybody', 'only-admins-enter-groups'],
  async run({ knockGroupChat, message, group, alice, bob, carol }) {
    for (const person of [alice, bob, carol]) {
      const chat = await knockGroupChat(person, group('all'));
      expectOpen(chat.socket);
      await given('The open socket shows no sign of life', () => message(chat));
    }
  },
});

check({
  says: 'Several sockets of one person work at the same time, and closing one leaves the others working.',
  requires: ['dialogues.sockets.several-at-once'],
  catches: ['newest-send-socket-replaces-older', 'leaving-one-socket-ends-all'],
  async run({ together, inbox, chat, message, alice, carol }) {
    const { a, b, toBob, toAlice } = await given('Two people do not hear each other', async () => {
      const four = await together();
      await message(four.toBob, four.b);
      await message(four.toAlice, four.a);
      return four;
    });
    const [c, toCarol] = await Promise.all([inbox(carol), chat(alice, carol)]);
    const stillWorks = async (): Promise<void> => {
      const [one, other] = [toBob.say(), toAlice.say()];
      await toBob.confirms(one);
      await b.hears('newMsgHeard', { message: one.text });
      await a.hears('newMsgHeard', { message: other.text });
    };
    await given('A second send socket does not work', () => message(toCarol, c));
    expectOpen(toBob.socket);
    expectOpen(a);
    await stillWorks();
    await toCarol.socket.leave();
    expectOpen(toBob.socket);
    expectOpen(a);
    await stillWorks();
  },
});
