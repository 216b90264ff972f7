// One socket of one person in one room.
import type { Id } from '../kit/people.ts';
import { Socket } from '../kit/socket.ts';
import { type Item, itemsOf } from './wire.ts';

export class Seat extends Socket {
  say(text: string, more: Record<string, unknown> = {}): void {
    this.send({ action: 'send', message: text, ...more });
  }

  edit(id: Id, text: string, more: Record<string, unknown> = {}): void {
    this.send({ action: 'edit', message_id: id, text, ...more });
  }

  remove(id: Id, more: Record<string, unknown> = {}): void {
    this.send({ action: 'delete', message_id: id, ...more });
  }

  /**
   * The first frame tells that the server has let the person in. A target that never sends it is not waited for
   * twice; there, the echo of a message tells the same.
   */
  async settled(): Promise<void> {
    const { missing } = this.world.run;
    if (!missing.has('history')) {
      const first = await this.until(() => this.heard[0]);
      if (first === undefined && this.isOpen) missing.add('history');
    }
    if (!missing.has('history') || missing.has('echo') || !this.isOpen) return;
    const text = this.world.text();
    this.say(text);
    const echo = await this.until(() => this.all('chatMessage', { message: { text } })[0]);
    if (echo === undefined) missing.add('echo');
  }

  /** The history that came on connecting. */
  async history(): Promise<Item[]> {
    const { value } = await this.hears('history');
    return itemsOf(value);
  }
}
