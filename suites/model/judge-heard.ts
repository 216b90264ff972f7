// After a run: nothing was heard twice, by strangers, in the wrong order, or although it was refused.
import type { News, NewsKind, Role } from '../kit/verbs.ts';
import { uploadHeard } from './files/judge.ts';
import type { Finding } from './finding.ts';
import type { Oracle, Promised } from './oracles.ts';
import type { Deed, Message, State } from './state.ts';

/** Everything that one socket has heard, in order. */
export interface Ear {
  label: string;
  who: Role | 'carol';
  news: readonly News[];
  /** Nothing is promised about what people hear of their own messages: not how often, and not in which order. */
  ownIsSilent?: boolean;
  /** Of what was said elsewhere: where all sockets of a person hear each confirmation, they come here as well. */
  noteIds?: readonly string[];
}

/** The ids under which each message was announced or confirmed first. */
export type Ids = ReadonlyMap<number, string>;

export function judgeHeard(
  state: State,
  ears: readonly Ear[],
  ids: Ids,
  promised: Promised,
): Finding | undefined {
  const found = ears.flatMap((ear) =>
    ear.who === 'carol' ? leaks(state, ear, ids) : heardBy(state, ear, ids),
  );
  return found.find(({ oracle }) => promised(oracle) !== undefined);
}

const isAbout = (ids: Ids, message: number): ((news: News) => boolean) => {
  const id = ids.get(message);
  return (news) => id !== undefined && news.id === id;
};

const isSilent = ({ who, ownIsSilent }: Ear, { author }: Message): boolean =>
  ownIsSilent === true && author === who;

function leaks({ messages, deeds }: State, { label, news }: Ear, ids: Ids): Finding[] {
  const texts = new Set([...messages.flatMap((one) => one.texts), ...deeds.map(({ text }) => text)]);
  const known = new Set(ids.values());
  const oracles: Partial<Record<NewsKind, Oracle>> = {
    said: 'said to nobody else',
    edited: 'edited to nobody else',
    removed: 'removed to nobody else',
    announced: 'announced to nobody else',
  };
  return news.flatMap(({ kind, text, id }) => {
    const oracle = oracles[kind];
    const ours =
      (text !== undefined && texts.has(text)) || (kind !== 'said' && id !== undefined && known.has(id));
    if (oracle === undefined || !ours) return [];
    const what = kind === 'said' ? 'a message' : `that a message was ${kind}`;
    return [
      {
        oracle,
        expected: `carol hears nothing of what alice and bob say to each other`,
        received: `carol heard ${what}`,
        because: `carol, who is not in the conversation, heard ${what} of it`,
        claim: { on: label, where: 'socket', most: 0, ...(text === undefined ? {} : { text }) } as const,
      },
    ];
  });
}

function heardBy(state: State, ear: Ear, ids: Ids): Finding[] {
  const ofMessages = state.messages.flatMap((message, at) => {
    if (message.upload === undefined) return ofMessage(message, at + 1, ear, ids, state);
    return message.author === ear.who ? [] : uploadHeard(state, at + 1, ear, ids);
  });
  return [...ofMessages, ...ofDeeds(state, ear, ids), ...sharedIds(state, ear), ...disorder(state, ear)];
}

function times(count: number): string {
  return count === 2 ? 'twice' : `${count} times`;
}

function ofMessage(message: Message, n: number, ear: Ear, ids: Ids, { mark }: State): Finding[] {
  const { label, news, noteIds = [] } = ear;
  const text = `${mark}${n}`;
  const said = news.filter((one) => one.kind === 'said' && one.text === text);
  const marks = (kind: NewsKind): News[] =>
    news.filter(
      (one) => one.kind === kind && (isAbout(ids, n)(one) || (kind === 'confirmed' && one.text === text)),
    );
  const found: Finding[] = [];
  const atMost = (most: number, kind: NewsKind, count: number, oracle: Oracle, what: string): void => {
    if (count <= most) return;
    found.push({
      oracle,
      expected: `${label} hears ${what} ${most === 0 ? 'not at all' : 'once'}`,
      received: times(count),
      because: `${label} heard ${what} ${count === 1 ? 'once' : times(count)}${most === 0 ? ', although it must not be so' : ''}`,
      claim: {
        on: label,
        where: 'socket',
        most,
        message: n,
        kind,
        ...(kind === 'said' ? { text } : {}),
      },
    });
  };
  if (!isSilent(ear, message)) atMost(1, 'said', said.length, 'said once', `message ${n}`);
  const confirmed = marks('confirmed');
  // Its id may be known from nothing but these.
  const alike = 1 + noteIds.filter((id) => confirmed.some((one) => one.id === id)).length;
  atMost(alike, 'confirmed', confirmed.length, 'confirmed once', `that message ${n} was taken`);
  atMost(1, 'delivered', marks('delivered').length, 'marked once', `that message ${n} was delivered`);
  const reads = marks('read');
  if (message.receiver === 'nowhere' && !message.caughtUp)
    atMost(0, 'read', reads.length, 'unread by the absent', `that message ${n} was read`);
  else atMost(1, 'read', reads.length, 'marked once', `that message ${n} was read`);
  const stranger = said.find(({ by }) => by !== message.author);
  if (stranger !== undefined)
    found.push({
      oracle: 'said by its author',
      expected: `message ${n} comes as one of ${message.author}`,
      received: `it comes as one of ${stranger.by ?? 'somebody else'}`,
      because: `the frame that brought message ${n} to ${label} names another author`,
    });
  if (label === message.from)
    found.push(...markDisorder(label, n, [said[0], marks('delivered')[0], reads[0]], news));
  return found;
}

function markDisorder(
  label: string,
  n: number,
  frames: readonly (News | undefined)[],
  news: readonly News[],
): Finding[] {
  const places = frames.flatMap((frame) => (frame === undefined ? [] : [news.indexOf(frame)]));
  if (places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0))) return [];
  const order = [...places].sort((a, b) => a - b).map((place) => news[place]?.kind);
  return [
    {
      oracle: 'marked in order',
      expected: `${label} hears message ${n}, then that it was delivered, then that it was read`,
      received: order.join(', '),
      because: `the frames about message ${n} came in the order ${order.join(', ')}`,
    },
  ];
}

function ofDeeds({ deeds }: State, { label, news }: Ear, ids: Ids): Finding[] {
  const groups = new Map<string, Deed[]>();
  for (const deed of deeds) {
    const key = `${deed.kind} ${deed.message} ${deed.text ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), deed]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { kind, message, text } = first;
    const heard = news.filter(
      (one) => one.kind === kind && isAbout(ids, message)(one) && (text === undefined || one.text === text),
    ).length;
    const most = group.filter(({ allowed }) => allowed).length;
    if (heard <= most) return [];
    const refused = group.find(({ allowed }) => !allowed);
    const once = kind === 'edited' ? 'edited once' : 'removed once';
    const what = `that message ${message} was ${kind === 'edited' ? 'edited' : 'deleted'}`;
    return [
      {
        oracle: refused?.oracle ?? once,
        expected: `${label} hears ${what} ${most === 0 ? 'not at all' : 'once'}`,
        received: heard === 1 ? 'once' : times(heard),
        because: `${label} heard ${what} ${heard === 1 ? 'once' : times(heard)}${refused === undefined ? '' : ', although that was not to be done'}`,
        claim: {
          on: label,
          where: 'socket',
          kind,
          message,
          most,
          ...(text === undefined ? {} : { text }),
        },
      } as const,
    ];
  });
}

function sharedIds({ mark }: State, { label, news }: Ear): Finding[] {
  const texts = new Map<string, string>();
  for (const { kind, id, text } of news) {
    if (kind !== 'said' || id === undefined || text?.startsWith(mark) !== true) continue;
    const known = texts.get(id);
    if (known !== undefined && known !== text)
      return [
        {
          oracle: 'said with an id of its own',
          expected: 'two messages have two different ids',
          received: `two messages have the id ${id}`,
          because: `${label} heard two messages with the same id`,
        },
      ];
    texts.set(id, text);
  }
  return [];
}

/** What was said on one socket comes in the order in which it was said. */
function disorder({ mark, messages }: State, ear: Ear): Finding[] {
  const { label, news } = ear;
  const heard = news.flatMap(({ kind, text }) =>
    kind === 'said' && text?.startsWith(mark) === true ? [Number(text.slice(mark.length))] : [],
  );
  const latest = new Map<string, number>();
  for (const n of new Set(heard)) {
    const message = messages[n - 1];
    if (message?.is !== 'there' || message.upload !== undefined || isSilent(ear, message)) continue;
    const before = latest.get(message.from) ?? 0;
    latest.set(message.from, n);
    if (before < n) continue;
    return [
      {
        oracle: 'said in order',
        expected: `${label} hears message ${n} before message ${before}`,
        received: `messages ${[...new Set(heard)].join(', ')}`,
        because: `message ${n} came to ${label} after message ${before}, which was said later`,
      },
    ];
  }
  return [];
}
