// Personal Message Commands (dialogues.md:54)
import type { IsTyping, MsgRead, MsgReceived, NewMsg } from '../../../specs/dialogues/generated/frames.ts';
import type { Chat } from '../../chat.ts';
import type { Connection } from '../../connection.ts';
import type { ChannelServer } from '../../dialect-server.ts';
import type { Person } from '../../store/changes.ts';
import { instant } from '../../times.ts';
import { authorOf, hear, heard, isForAddress, type Sent, saved, typing } from './frames.ts';
import { acknowledge, keep } from './keeping.ts';

/** From one person to another: /ws/chat/personal/{msg_from}/{msg_to}/ */
export const chatSendSocket: ChannelServer = {
  enter: (chat, { parameters }) =>
    chat.people.byPhone(String(parameters['msg_to'])) === undefined
      ? { status: 404, says: 'Nobody has the second number.' }
      : { topics: [] },
  frames: {
    newMsg: between(newMsg),
    msgReceived: between(msgReceived),
    msgRead: between(msgRead),
    isTyping: between(isTyping),
  },
};

interface Talk {
  chat: Chat;
  connection: Connection;
  from: Person;
  to: Person;
}

function between<Frame extends Sent>(carryOut: (talk: Talk, frame: Frame) => void) {
  return (chat: Chat, connection: Connection, frame: Frame): void => {
    const from = authorOf(chat, connection, frame);
    const address = String(connection.head.parameters['msg_to']);
    if (from === undefined || !isForAddress(chat, connection, frame, address)) return;
    const to = chat.people.byPhone(frame.msg_to);
    if (to !== undefined) carryOut({ chat, connection, from, to }, frame);
  };
}

function newMsg({ chat, connection, from, to }: Talk, frame: NewMsg): void {
  const { id } = chat.conversations.getOrCreatePair(from.id, to.id, chat.clock.now());
  keep(chat, frame, { conversation: id, from, receiver: to.id, waiting: [to] });
  connection.send('msgSent', saved(chat, frame.sent_timestamp, from.phone, to.phone));
  hear(chat, to, 'newMsgHeard', heard(frame, 'new_msg', from.phone, to.phone));
}

function msgReceived({ chat, connection, from, to }: Talk, frame: MsgReceived): void {
  const conversation = chat.conversations.ofPair(from.id, to.id)?.id;
  if (!acknowledge(chat, connection, frame, { conversation, from, author: to })) return;
  hear(chat, to, 'msgReceivedHeard', heard(frame, 'msg_received', from.phone, to.phone));
}

/** Sets last_seen_receiver of the author's dialogue. The message may be deleted by now: nobody looks for it. */
function msgRead({ chat, from, to }: Talk, frame: MsgRead): void {
  const pair = chat.conversations.ofPair(from.id, to.id);
  const readAt = instant(frame.sent_timestamp) ?? null;
  if (pair !== undefined) chat.conversations.changeMember(pair.id, from.id, { readAt });
  hear(chat, to, 'msgReadHeard', heard(frame, 'msg_read', from.phone, to.phone));
}

function isTyping({ chat, from, to }: Talk, frame: IsTyping): void {
  hear(chat, to, 'isTypingHeard', typing(frame, from.phone, to.phone));
}
