// What a person is shown has to agree with what was said, edited, deleted and acknowledged.
import type { Line, Role } from '../kit/verbs.ts';
import { wordsFor } from './files/file.ts';
import { fileShown, uploadChanged } from './files/judge.ts';
import type { Finding } from './finding.ts';
import type { Ids } from './judge-heard.ts';
import type { Oracle, Promised } from './oracles.ts';
import { type Message, type State, textOf } from './state.ts';

export interface View {
  who: Role;
  /** Oldest first. */
  lines: readonly Line[];
  /** It shows only what the other said and this person has not acknowledged. */
  pending: boolean;
  /** It shows so many at most that something may be left out. */
  cut: boolean;
  /** Whether any frame has brought this person the text before. */
  known?: (text: string) => boolean;
}

export function judgeView(state: State, view: View, ids: Ids, promised: Promised): Finding | undefined {
  const index = indexOf(view, ids);
  const found = [
    ...state.messages.flatMap((message, at) => ofMessage(state, view, message, at + 1, index)),
    ...disorder(state, view, index),
  ];
  return found.find(({ oracle }) => promised(oracle) !== undefined);
}

/** The lines by what they can be found under, and the message that each known id belongs to. */
interface Index {
  byId: ReadonlyMap<string, readonly Line[]>;
  byText: ReadonlyMap<string, readonly Line[]>;
  owner: ReadonlyMap<string, number>;
  ids: Ids;
}

function indexOf({ lines }: View, ids: Ids): Index {
  const [byId, byText] = [new Map<string, Line[]>(), new Map<string, Line[]>()];
  const put = (map: Map<string, Line[]>, key: string, line: Line): void => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [line]);
    else known.push(line);
  };
  for (const line of lines) {
    if (line.id !== undefined) put(byId, line.id, line);
    put(byText, line.text, line);
  }
  return { byId, byText, owner: new Map([...ids].map(([n, id]) => [id, n])), ids };
}

/** The lines that show the message: by its id, or by any text that it has ever had on a line of no other message. */
function linesOf({ byId, byText, owner, ids }: Index, message: Message, n: number, state: State): Line[] {
  const own = ids.get(n);
  const isFree = ({ id }: Line): boolean => id === undefined || (id !== own && !owner.has(id));
  const announced = message.upload === undefined ? [] : [wordsFor(state, n)];
  const texts = new Set([...message.texts, textOf(state, n), ...announced]);
  return [
    ...(own === undefined ? [] : (byId.get(own) ?? [])),
    ...[...texts].flatMap((text) => byText.get(text) ?? []).filter(isFree),
  ];
}

function ofMessage(state: State, view: View, message: Message, n: number, index: Index): Finding[] {
  const { who, pending, cut } = view;
  const lines = linesOf(index, message, n, state);
  const found: Finding[] = [];
  const claim = (least: number, most: number, text?: string): Finding['claim'] => ({
    on: who,
    where: 'view',
    message: n,
    least,
    most,
    ...(text === undefined ? {} : { text }),
  });
  const blame = (oracle: Oracle, expected: string, because: string, about?: Finding['claim']): void =>
    void found.push({
      oracle,
      expected: `${who} is shown ${expected}`,
      received:
        lines.length === 0
          ? 'it is not shown'
          : lines
              .map(
                ({ text, status }) => `${JSON.stringify(text)}${status === undefined ? '' : ` (${status})`}`,
              )
              .join(', '),
      because,
      ...(about === undefined ? {} : { claim: about }),
    });
  const current = message.texts[0] ?? '';
  if (pending && message.author === who) return [];
  if (pending && message.acknowledged) {
    if (lines.length > 0)
      blame(
        'acknowledgement deletes',
        `message ${n} no more`,
        `${who} still fetches message ${n}, which was acknowledged`,
        claim(0, 0, current),
      );
    return found;
  }
  if (message.is === 'gone') {
    if (lines.length > 0)
      blame(
        'removal is stored',
        `message ${n} no more`,
        `${who} is shown message ${n}, which was deleted`,
        claim(0, 0, current),
      );
    return found;
  }
  const [line] = lines;
  if (line === undefined) {
    if (message.is === 'there' && !cut)
      blame(
        uploadChanged(message)?.missing ?? missing(state, message, view, index),
        `message ${n}`,
        `message ${n} is missing from what ${who} is shown`,
        claim(1, 1, current),
      );
    return found;
  }
  if (lines.length > 1)
    blame(
      uploadChanged(message)?.twice ?? 'shown once',
      `message ${n} once`,
      `${who} is shown message ${n} ${lines.length} times`,
      claim(1, 1, current),
    );
  if (!message.texts.includes(line.text))
    blame(
      uploadChanged(message)?.text ?? changedBy(state, n),
      `message ${n} as ${JSON.stringify(current)}`,
      `${who} is shown message ${n} with another text`,
      claim(1, 1, current),
    );
  const id = index.ids.get(n);
  if (id !== undefined && line.id !== undefined && line.id !== id)
    blame(
      message.upload === undefined ? 'shown with its id' : 'upload is stored as answered',
      `message ${n} under its id`,
      `${who} is shown message ${n} under another id`,
    );
  if ('by' in line && line.by !== message.author)
    blame(
      'shown with its author',
      `message ${n} as one of ${message.author}`,
      `${who} is shown message ${n} as one of ${line.by ?? 'somebody else'}`,
    );
  return [...found, ...ofStatus(message, n, line, who), ...fileShown(state, n, line, who)];
}

/** Something else was done before it went missing: that is what took it along. */
function missing(state: State, message: Message, { pending, who, known }: View, index: Index): Oracle {
  const { deeds, messages } = state;
  if (deeds.some(({ kind, allowed }) => kind === 'removed' && allowed)) return 'removal spares the rest';
  const received = messages.filter((one) => one.author === message.author);
  const took = state.notes.some(({ acknowledgedBy }) => acknowledgedBy.includes(who));
  if (pending && (took || received.some(({ acknowledged }) => acknowledged)))
    return 'acknowledgement spares the rest';
  if (pending && message.read) return 'reading spares everything';
  if (message.author === who || message.receiver !== 'nowhere') return 'shown to both';
  if (message.texts.some((text) => known?.(text) === true)) return 'shown to both';
  // Where another one is shown that was said to somebody absent, their absence is not what matters.
  const another = messages.some(
    (one, at) => one.receiver === 'nowhere' && linesOf(index, one, at + 1, state).length > 0,
  );
  return another ? 'shown to both' : 'shown to the absent';
}

function changedBy({ deeds }: State, n: number): Oracle {
  const edits = deeds.filter(({ kind }) => kind === 'edited');
  const own = edits.filter(({ message }) => message === n);
  if (own.some(({ allowed }) => allowed)) return 'edit is stored';
  const [refused] = own;
  if (refused !== undefined) return refused.oracle;
  return edits.length > 0 ? 'edit spares the rest' : 'shown as said';
}

/** Only what is certain: whether a message becomes read when its receiver connects later is silent. */
function ofStatus(message: Message, n: number, { status }: Line, who: Role): Finding[] {
  if (status === undefined || message.is !== 'there') return [];
  const open = message.receiver === 'perhaps' || (message.receiver === 'nowhere' && message.caughtUp);
  const certain = message.receiver === 'there' ? 'read' : 'delivered';
  if (open || status === certain) return [];
  return [
    {
      oracle: certain === 'read' ? 'read is stored' : 'delivered is stored',
      expected: `${who} is shown message ${n} as ${certain}`,
      received: `it is shown as ${status}`,
      because: `the status of message ${n} is ${status}, although it was ${certain}`,
      claim: { on: who, where: 'view', message: n, text: certain, least: 1 },
    },
  ];
}

function disorder(state: State, view: View, index: Index): Finding[] {
  const places = state.messages.flatMap((message, at) => {
    const [line] = message.is === 'there' ? linesOf(index, message, at + 1, state) : [];
    return line === undefined ? [] : [{ n: at + 1, place: view.lines.indexOf(line) }];
  });
  const wrong = places.find(({ place }, at) => place < (places[at - 1]?.place ?? -1));
  if (wrong === undefined) return [];
  return [
    {
      oracle: 'shown in order',
      expected: `${view.who} is shown the messages in the order in which they were said`,
      received: places
        .toSorted((one, two) => one.place - two.place)
        .map(({ n }) => `message ${n}`)
        .join(', '),
      because: `${view.who} is shown message ${wrong.n} on the wrong side of an earlier one`,
    },
  ];
}
