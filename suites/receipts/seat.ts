// One socket of one person in one room.
import { isObject } from '../kit/match.ts';
import { Socket } from '../kit/socket.ts';

/** As the wire shows it: the specs judge the types, the checks only read. */
export interface HistoryItem {
  message_id: unknown;
  text: unknown;
  sender_email: unknown;
  status: unknown;
  created_at: unknown;
  updated_at: unknown;
}

export class Seat extends Socket {
  say(text: string): void {
    this.send({ message: text });
  }

  /** The first frame tells that the server has let the person in. A target that never sends it is not waited for twice. */
  async settled(): Promise<void> {
    const { missing } = this.world.run;
    if (missing.has('history')) return;
    const first = await this.until(() => this.heard[0]);
    if (first === undefined && this.isOpen) missing.add('history');
  }

  /** The history that came on connecting. */
  async history(): Promise<HistoryItem[]> {
    const { value } = await this.hears('history');
    return Array.isArray(value) ? value.filter(isObject).map(itemOf) : [];
  }
}

function itemOf(item: Record<string, unknown>): HistoryItem {
  const { message_id, text, sender_email, status, created_at, updated_at } = item;
  return { message_id, text, sender_email, status, created_at, updated_at };
}
