import type { DialectServer } from '../../dialect-server.ts';
import { bearer, personWith } from '../../tokens.ts';
import { failure, INVALID_RECIPIENT } from './envelopes.ts';
import { getAttachedFile, getMessages, getUserThreads, uploadAttachment } from './operations.ts';
import { socket } from './socket.ts';

/** One socket a person for all conversations, threads and attachments over HTTP, every answer in an envelope. */
export const dialect: DialectServer = {
  operations: { getMessages, getUserThreads, uploadAttachment, getAttachedFile },
  channels: { chat: socket },
  delivers: ['reMessage', 'reMessageFile'],
  texts: ['message_body', 'message'],
  mediaFolder: '/mediafiles/attachments/',
  idOf: (person) => person.uuid,

  // threads.md:137 puts the socket's token into the query; the requests have theirs in the header.
  who(chat, { url, headers, parameters }) {
    const inQuery = typeof parameters['token'] === 'string' ? parameters['token'] : undefined;
    return personWith(chat, url.startsWith('/ws/') ? inQuery : bearer(headers));
  },

  // An id that is empty has the one 404 that is documented for the messages, like any other that nobody has.
  refuse(status, says, operation) {
    const isInvalid = status === 404 && operation === 'getMessages';
    return failure(status, isInvalid ? INVALID_RECIPIENT : says);
  },

  complain: (message) => ({ action: 'error', message }),
};
