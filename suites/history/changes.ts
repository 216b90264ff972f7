// What a journal has to remember when messages change: under which id each was heard, and which were changed.
import type { Heard, Socket } from '../kit/socket.ts';
import type { Line, Verbs } from '../kit/verbs.ts';
import type { EventOf, What } from './events.ts';

type OfMessage<K extends 'edited' | 'deleted' | 'status'> = Omit<
  EventOf<K>,
  't' | 'person' | 'socket' | 'conversation'
>;
export type Told = OfMessage<'edited'> | OfMessage<'deleted'> | OfMessage<'status'>;

export interface Changes {
  /** Looks at what has been heard since the last time. */
  learn(ears: readonly { ear: Pick<Socket, 'heard'> }[]): void;
  isUntouched(message: string): boolean;
  /** Gives the message's id, and remembers that it is being changed. */
  touch(message: string): string | undefined;
  /** The message, as it was called when it was sent, that this line of a view shows; only for those that were changed. */
  nameOf(line: Line): string | undefined;
  toldBy(heard: Heard): Told | undefined;
  /** A message that was changed is told from what it was: by the text that it was sent with. */
  withText(what: What): What;
}

export function changesOf(verbs: Pick<Verbs, 'newsOf'>, mark: string): Changes {
  const names = new Map<string, string>();
  const ids = new Map<string, string>();
  const touched = new Set<string>();
  const looked = new Map<Pick<Socket, 'heard'>, number>();
  const learnFrom = (heard: Heard): void => {
    const news = verbs.newsOf(heard);
    if (news?.kind !== 'said' || news.id === undefined || news.text?.includes(mark) !== true) return;
    // The first to be seen under an id has it, and keeps it.
    if (names.has(news.id) || ids.has(news.text)) return;
    names.set(news.id, news.text);
    ids.set(news.text, news.id);
  };
  return {
    learn(ears) {
      for (const { ear } of ears) {
        for (let at = looked.get(ear) ?? 0; at < ear.heard.length; at += 1) {
          const heard = ear.heard[at];
          if (heard !== undefined) learnFrom(heard);
        }
        looked.set(ear, ear.heard.length);
      }
    },
    isUntouched: (message) => ids.has(message) && !touched.has(message),
    touch(message) {
      touched.add(message);
      return ids.get(message);
    },
    nameOf({ id }) {
      const name = id === undefined ? undefined : names.get(id);
      return name !== undefined && touched.has(name) ? name : undefined;
    },
    toldBy(heard) {
      // Where nothing was changed, a journal is about what was said.
      if (touched.size === 0) return undefined;
      const { kind, id = '', text = '' } = verbs.newsOf(heard) ?? {};
      const message = names.get(id);
      if (message === undefined) return undefined;
      if (kind === 'edited') return { kind, message, text };
      if (kind === 'removed') return { kind: 'deleted', message };
      // Where an edit starts the life of a message anew, its status does, too.
      const isStatus = (kind === 'delivered' || kind === 'read') && !touched.has(message);
      return isStatus ? { kind: 'status', message, status: kind } : undefined;
    },
    withText(what) {
      const isChanged = what.kind === 'send' && touched.has(String(what.message));
      return isChanged ? { ...what, text: String(what.message) } : what;
    },
  };
}
