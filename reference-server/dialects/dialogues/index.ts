import type { DialectServer } from '../../dialect-server.ts';
import { addresses, pages } from './addresses.ts';
import { failed } from './frames.ts';
import { groupSendSocket } from './group.ts';
import { chatSendSocket } from './personal.ts';
import { chatReceiveSocket } from './receive.ts';

export const dialect: DialectServer = {
  operations: { ...pages, ...addresses },
  channels: { chatReceiveSocket, chatSendSocket, groupSendSocket },
  delivers: ['newMsgHeard'],
  texts: ['message'],
  // The number in the address is all that is asked of anybody.
  who: (chat, { parameters }) => chat.people.by('phone', String(parameters['msg_from'])),
  refuse: (status, says) => ({ status, body: { detail: status === 401 ? 'Nobody has this number.' : says } }),
  complain: (says, connection, frame, chat) => failed(chat, connection, commandOf(frame), says),

  // Receipts name a message by its time, and go back to where it came from.
  tryOut: {
    says: 'Store and forward between phone numbers, one to one and in groups: a message is kept until everybody it is for has acknowledged it.',
    alsoTakes: ['msg_from', 'msg_to'],
    values: {
      msg_from: 'my phone',
      msg_to: 'their phone',
      grp: 'group',
      sent_timestamp: 'now',
      'fetchMsgs.msg_from': 'their phone',
      'fetchMsgs.msg_to': 'my phone',
      'fetchGrpMsgs.msg_from': 'group',
      'fetchGrpMsgs.msg_to': 'my phone',
      'newGrpMsg.msg_to': 'group',
      'msgReceived.message': 'seen new_msg.sent_timestamp',
      'msgRead.message': 'seen new_msg.sent_timestamp',
      'grpMsgReceived.message': 'seen new_msg.sent_timestamp',
      'grpMsgRead.message': 'seen new_msg.sent_timestamp',
      'msgReadInGroup.message': 'seen new_msg.sent_timestamp',
    },
  },
};

function commandOf(frame: unknown): string {
  const isCommand = typeof frame === 'object' && frame !== null && 'command' in frame;
  return isCommand && typeof frame.command === 'string' ? frame.command.slice(0, 40) : 'unknown';
}
