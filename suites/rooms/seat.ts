// One socket of one person, in a room or for the news of conversations.
import { Unmet } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import { type Heard, Socket } from '../kit/socket.ts';
import { field } from './answers.ts';

/** What the three file fields of a message say. */
export interface FileFields {
  multimedia_url: string;
  file_identifier: string;
  multimedia_url_expiration: string;
}

const noFile: FileFields = { multimedia_url: '', file_identifier: '', multimedia_url_expiration: '' };

export class Seat extends Socket {
  /** The name in the address: whoever the room is shared with. */
  room = '';

  say(text: string, file: FileFields = noFile): void {
    this.send(messageTo(this.room, text, file));
  }

  read(): void {
    this.send({ type: 'read_messages' });
  }

  /** The list tells that the server has let the person in. A target that never sends it is not waited for twice. */
  async settled(): Promise<void> {
    const { missing } = this.world.run;
    if (missing.has('list')) return;
    const list = await this.until(() => this.all('onlineUserList')[0]);
    if (list === undefined && this.isOpen) missing.add('list');
  }

  /** Who is in the room, as the newcomer was told. */
  get names(): unknown[] {
    const users = field(this.all('onlineUserList')[0]?.value, 'users');
    return Array.isArray(users) ? users : [];
  }
}

export function messageTo(room: string, text: string, file: FileFields = noFile): Record<string, unknown> {
  return { type: 'chat_message', message: text, ...file, room };
}

/** A notification socket, of one conversation or of all. */
export class Bell extends Socket {
  get countName(): string {
    return this.channel === 'notifications' ? 'totalUnreadCount' : 'conversationUnreadCount';
  }

  get ringName(): string {
    return this.channel === 'notifications' ? 'newMessage' : 'conversationNewMessage';
  }

  async settled(): Promise<void> {
    const { missing } = this.world.run;
    const key = `first ${this.countName}`;
    if (missing.has(key)) return;
    const count = await this.until(() => this.all(this.countName)[0]);
    if (count === undefined && this.isOpen) missing.add(key);
  }

  /** The count that came on connecting. */
  async count(): Promise<number> {
    return numberOf(await this.hears(this.countName));
  }

  /** How often a new message was announced since then. */
  rung(since = 0): number {
    return this.all(this.ringName, undefined, since).length;
  }
}

export function numberOf({ value }: Heard): number {
  const count = field(value, 'unread_count');
  if (typeof count === 'number') return count;
  throw new Unmet(`A frame with a count has ${show(count)} for it.`);
}
