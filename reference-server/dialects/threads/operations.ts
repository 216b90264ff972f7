import type { Chat } from '../../chat.ts';
import type { Answer, Call } from '../../dialect-server.ts';
import { served } from '../../media.ts';
import { failure, INVALID_RECIPIENT, success } from './envelopes.ts';
import { shownMessage, shownThread } from './shown.ts';
import { keepMessage } from './thread.ts';

/** The messages of the person who asks and the person in the path, the oldest first. */
export function getMessages(chat: Chat, { me, parameters }: Call<{ uid: string }>): Answer {
  const other = chat.people.by('uuid', parameters.uid.toLowerCase());
  if (other === undefined) return failure(404, INVALID_RECIPIENT);
  const thread = chat.conversations.ofPair(me.id, other.id);
  const messages = thread === undefined ? [] : chat.messages.all(thread.id);
  const entity = { messages: messages.map((message) => shownMessage(chat, message)) };
  return success(200, entity, 'Messages retreived successfully');
}

export function getUserThreads(chat: Chat, { me }: Call<object>): Answer {
  const threads = chat.conversations.ofPerson(me.id).filter(({ kind }) => kind === 'pair');
  return success(
    200,
    threads.map((thread) => shownThread(chat, thread)),
    null,
  );
}

/** Stores a message with its file; its receiver hears of it when it is announced on the socket. */
export function uploadAttachment(
  chat: Chat,
  { me, body, files }: Call<object, { receiver: string; message: string }>,
): Answer {
  const [file, ...more] = files;
  if (file?.field !== 'attached_file' || file.name === '' || more.length > 0) {
    return failure(400, 'One file is needed, and its part is called attached_file.');
  }
  const receiver = chat.people.by('uuid', body.receiver.toLowerCase());
  if (receiver === undefined) return failure(404, INVALID_RECIPIENT);
  const message = keepMessage(chat, { from: me, to: receiver, text: body.message, file });
  const entity = { message: shownMessage(chat, message) };
  return success(201, entity, 'File uploaded and chat created successfully');
}

/** Where attached_file leads; whoever knows this address may fetch the file. */
export function getAttachedFile(
  chat: Chat,
  { parameters }: Call<{ year: string; minute: string; day: string; file: string }>,
): Answer {
  const { year, minute, day, file } = parameters;
  return served(chat, [year, minute, day, file].join('/'), parameters);
}
