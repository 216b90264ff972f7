// Personal Message Commands (dialogues.md:54)
import type { Chat } from '../../chat.ts';
import type { Connection } from '../../connection.ts';
import type { ChannelServer } from '../../dialect-server.ts';
import type { Person } from '../../store/changes.ts';
import { instant } from '../../times.ts';
import { authorOf, confirm, isFor, pass, type Sent, type Talk } from './frames.ts';
import { acknowledge, keep } from './keeping.ts';

/** From one person to another: /ws/chat/personal/{msg_from}/{msg_to}/ */
export const chatSendSocket: ChannelServer = {
  enter(chat, { parameters }) {
    const other = chat.people.byPhone(String(parameters['msg_to']));
    return other === undefined ? { status: 404, says: 'Nobody has the second number.' } : { topics: [] };
  },
  frames: {
    newMsg: between(newMsg),
    msgReceived: between(msgReceived),
    msgRead: between(msgRead),
    isTyping: between((talk, to) => pass(talk, to, 'isTypingHeard', 'is_typing')),
  },
};

function between(carryOut: (talk: Talk, to: Person) => void) {
  return (chat: Chat, connection: Connection, frame: Sent): void => {
    const command = { chat, connection, frame };
    const from = authorOf(command);
    if (from === undefined || !isFor(command, String(connection.head.parameters['msg_to']))) return;
    const to = chat.people.byPhone(frame.msg_to);
    if (to !== undefined) carryOut({ ...command, from, name: from.phone }, to);
  };
}

function newMsg(talk: Talk, to: Person): void {
  const { chat, frame, from } = talk;
  const pair = chat.conversations.getOrCreatePair(from.id, to.id, chat.clock.now());
  keep(talk, pair, [to]);
  confirm(talk, 'msgSent', frame.sent_timestamp, to.phone);
  pass(talk, to, 'newMsgHeard', 'new_msg');
}

function msgReceived(talk: Talk, to: Person): void {
  const pair = talk.chat.conversations.ofPair(talk.from.id, to.id);
  if (acknowledge(talk, pair, to)) pass(talk, to, 'msgReceivedHeard', 'msg_received');
}

/** Sets last_seen_receiver of the author's dialogue. The message may be deleted by now: nobody looks for it. */
function msgRead(talk: Talk, to: Person): void {
  const { chat, frame, from } = talk;
  const pair = chat.conversations.ofPair(from.id, to.id);
  const readAt = instant(frame.sent_timestamp) ?? null;
  if (pair !== undefined) chat.conversations.changeMember(pair.id, from.id, { readAt });
  pass(talk, to, 'msgReadHeard', 'msg_read');
}
