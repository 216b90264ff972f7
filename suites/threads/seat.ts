// The socket of one person, for all of their conversations.
import type { Id } from '../kit/people.ts';
import { Socket } from '../kit/socket.ts';

export class Seat extends Socket {
  write(to: Id, text: string): void {
    this.send({ action: 'chat_message', message_body: text, receiver_id: to });
  }

  announce(id: Id, text: string, more: Record<string, unknown> = {}): void {
    this.send({ action: 'chat_message_file', message_body: text, chat_id: String(id), ...more });
  }
}
