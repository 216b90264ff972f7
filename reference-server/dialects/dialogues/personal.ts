// Personal Message Commands (dialogues.md:54)
import type { ChannelServer } from '../../dialect-server.ts';
import type { Person } from '../../store/changes.ts';
import { instant } from '../../times.ts';
import { acknowledge, type Handler, isFor, pass, send, type Talk, talking } from './commands.ts';

/** From one person to another: /ws/chat/personal/{msg_from}/{msg_to}/ */
export const chatSendSocket: ChannelServer = {
  enter(chat, { parameters }) {
    const other = chat.people.by('phone', String(parameters['msg_to']));
    return other === undefined ? { status: 404, says: 'Nobody has the second number.' } : { topics: [] };
  },
  frames: {
    newMsg: between(newMsg),
    msgReceived: between((talk, to) => {
      acknowledge(talk, talk.chat.conversations.ofPair(talk.from.id, to.id), to);
    }),
    msgRead: between(msgRead),
    isTyping: between((talk, to) => pass(talk, to, 'isTypingHeard', 'is_typing')),
  },
};

function between(carryOut: (talk: Talk, to: Person) => void): Handler {
  return talking((talk) => {
    if (!isFor(talk, String(talk.connection.head.parameters['msg_to']))) return;
    const to = talk.chat.people.by('phone', talk.frame.msg_to);
    if (to !== undefined) carryOut(talk, to);
  });
}

function newMsg(talk: Talk, to: Person): void {
  const { chat, frame, from } = talk;
  const pair = chat.conversations.getOrCreatePair(from.id, to.id, chat.clock.now());
  send(talk, pair, [to], { id: 'msgSent', time: frame.sent_timestamp, to: to.phone });
}

/** Sets last_seen_receiver of the author's dialogue. The message may be deleted by now: nobody looks for it. */
function msgRead(talk: Talk, to: Person): void {
  const { chat, frame, from } = talk;
  const pair = chat.conversations.ofPair(from.id, to.id);
  const readAt = instant(frame.sent_timestamp) ?? null;
  if (pair !== undefined) chat.conversations.changeMember(pair.id, from.id, { readAt });
  pass(talk, to, 'msgReadHeard', 'msg_read');
}
