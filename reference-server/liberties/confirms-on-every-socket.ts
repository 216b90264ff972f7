import type { Liberty } from '../fault-kit/liberties.ts';

const liberty: Liberty = {
  name: 'confirms-on-every-socket',
  dialects: ['dialogues'],
  says: 'Every send socket of a person hears that a message of theirs was sent, whichever it was sent on.',
  because:
    'Whether a confirmation reaches more sockets of the same person than the one that caused it is not said.',
  outgoingFrame(frame, { message, to, cause, connections }) {
    if (!message.startsWith('msgSent') || to !== cause.connection) return undefined;
    for (const one of connections()) {
      if (one === to || one.me.id !== to.me.id) continue;
      if (one.channel === 'chatSendSocket') one.send('msgSent', frame);
      if (one.channel === 'groupSendSocket') one.send('msgSentInGroup', frame);
    }
    return undefined;
  },
};
export default liberty;
