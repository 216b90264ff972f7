import type { DialectServer } from '../../dialect-server.ts';
import { addresses, pages } from './addresses.ts';
import { failed } from './commands.ts';
import { chatReceiveSocket } from './receive.ts';
import { chatSendSocket, groupSendSocket } from './sending.ts';

/** Store and forward between phone numbers, one to one and in groups: a message is kept until it is acknowledged. */
export const dialect: DialectServer = {
  operations: { ...pages, ...addresses },
  channels: { chatReceiveSocket, chatSendSocket, groupSendSocket },
  delivers: ['newMsgHeard'],
  texts: ['message'],
  // The number in the address is all that is asked of anybody.
  who: (chat, { parameters }) => chat.people.by('phone', String(parameters['msg_from'])),
  refuse: (status, says) => ({ status, body: { detail: status === 401 ? 'Nobody has this number.' : says } }),
  complain: (says, connection, frame, chat) => failed(chat, connection, commandOf(frame), says),
};

function commandOf(frame: unknown): string {
  const isCommand = typeof frame === 'object' && frame !== null && 'command' in frame;
  return isCommand && typeof frame.command === 'string' ? frame.command.slice(0, 40) : 'unknown';
}
