import type { TryOut } from '../page.ts';

// Receipts name a message by its time, and go back to where it came from.
export const tryOut: TryOut = {
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
};
