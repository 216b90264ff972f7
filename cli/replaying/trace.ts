// What went over the wire, with a name for everything that will be another thing next time: people, rooms, ids, times.
import { credentials, type Target } from '../../suites/kit/target.ts';
import type { Counterexample } from '../../suites/model/counterexample.ts';
import type { Claim } from '../../suites/model/finding.ts';
import type { Replayed } from '../../suites/model/replay.ts';
import { sentenceOf } from '../../suites/model/step.ts';
import { namer } from './names.ts';

/** One line of a script. In all texts, {alice.id} and the like stand for what is only known when it runs. */
export type Line =
  | {
      do: 'open';
      socket: string;
      who: string;
      path: string;
      headers: Record<string, string>;
      protocols: string[];
    }
  | { do: 'send'; socket: string; text: string }
  | {
      do: 'request';
      who: string;
      method: string;
      path: string;
      headers: Record<string, string>;
      body?: string;
    }
  | { do: 'close'; socket: string }
  /** Waits until the socket has heard so many frames, or a moment has passed. */
  | { do: 'hear'; socket: string; frames: number };

export interface Trace {
  lines: Line[];
  title: string;
  /** What has to be so in the end. */
  claim: Omit<Claim, 'on'> & {
    who: string;
    socket?: string;
    word?: string;
    /** How many requests it takes to see it all: notes come in two. */
    asked?: number;
  };
}

export function traceOf(example: Counterexample, replayed: Replayed, auth: Target['auth']): Trace {
  const names = namer(replayed);
  const sockets = new Map<string, { label: string; frames: number }>();
  const counts = new Map<string, number>();
  const labels: { label: string; who: string }[] = [];
  const lines: Line[] = [];
  const put = (line: Line): void => {
    const last = lines.at(-1);
    if (line.do === 'hear' && last?.do === 'hear' && last.socket === line.socket)
      lines[lines.length - 1] = line;
    else lines.push(line);
  };
  for (const { kind, who, where, what } of replayed.entries) {
    if (kind === 'connecting') {
      const n = (counts.get(who) ?? 0) + 1;
      counts.set(who, n);
      const label = `${who}${n === 1 ? '' : n}`;
      sockets.set(where, { label, frames: 0 });
      labels.push({ label, who });
      const { headers, subprotocols } = credentials(auth.ws, `{${who}.token}`);
      put({ do: 'open', socket: label, who, path: names.inPath(what), headers, protocols: subprotocols });
      continue;
    }
    const socket = sockets.get(where);
    if (kind === 'request') {
      const [method = 'GET', path = '/'] = where.split(' ');
      const body = what.slice(where.length + 1);
      put({
        do: 'request',
        who,
        method,
        path: names.inPath(path),
        headers: credentials(auth.http, `{${who}.token}`).headers,
        ...(body === '' ? {} : { body: names.inJson(body) }),
      });
    } else if (socket === undefined) continue;
    else if (kind === 'sent') put({ do: 'send', socket: socket.label, text: names.inJson(what) });
    else if (kind === 'closed') put({ do: 'close', socket: socket.label });
    else if (kind === 'received') {
      socket.frames += 1;
      put({ do: 'hear', socket: socket.label, frames: socket.frames });
    }
  }
  return {
    lines: withoutLastCloses(lines),
    title: `${example.requirement}: ${example.steps.map(sentenceOf).join(', ')}`,
    claim: claimOf(example.claim, replayed, names.mark),
  };
}

function claimOf(claim: Claim | undefined, replayed: Replayed, mark: string): Trace['claim'] {
  const { on, ...rest }: Claim = claim ?? { on: '', where: 'answer' };
  const { kind, text, message, note } = rest;
  const word = kind === undefined ? undefined : replayed.words[kind];
  // The mark of the run that was recorded is not the one of the script.
  const ofMessage =
    text === undefined || message === undefined
      ? undefined
      : new RegExp(`${message}(v\\d+)?$`).exec(text)?.[0];
  const own = text !== undefined && note !== undefined ? `n${note}` : ofMessage;
  return {
    ...rest,
    who: on.split(' ')[0] ?? '',
    ...(word === undefined ? {} : { word }),
    ...(own === undefined ? {} : { text: `${mark}${own}` }),
    ...(rest.where === 'view' && note !== undefined ? { asked: 2 } : {}),
    ...socketIn(claim, replayed),
  };
}

/** At the end everything is closed anyway. */
function withoutLastCloses(lines: readonly Line[]): Line[] {
  const last = lines.findLastIndex((line) => line.do !== 'close');
  return lines.slice(0, last + 1);
}

/** The model counts sockets of the conversation; the script counts all that a person opens. */
function socketIn(claim: Claim | undefined, { entries }: Replayed): { socket?: string } {
  if (claim?.where !== 'socket') return {};
  const [who = '', n = '1'] = claim.on.split(' ');
  const opened = entries.filter((entry) => entry.kind === 'connecting' && entry.who === who);
  const lasting = opened.filter(({ where }) =>
    entries.some((entry) => entry.where === where && entry.kind === 'received'),
  );
  const wanted = lasting[Number(n) - 1] ?? opened[Number(n) - 1];
  const at = wanted === undefined ? 0 : opened.indexOf(wanted) + 1;
  return { socket: at <= 1 ? who : `${who}${at}` };
}
