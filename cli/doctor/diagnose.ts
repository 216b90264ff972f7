// Why a first contact got stuck: what was touched last says where, and trying one thing otherwise says what mends it.
import { stringify } from 'yaml';
import { loadDialect } from '../../specs/kit/dialect.ts';
import type { RunContext } from '../../suites/kit/context.ts';
import type { Driver } from '../../suites/kit/driver.ts';
import { documentedPath } from '../config/target.ts';
import { type Contact, firstContact, type Stage, type Touch } from './contact.ts';
import { inWords, type Remedy, remediesFor } from './remedies.ts';
import { Stuck } from './stuck.ts';

export async function diagnose(
  contact: Contact,
  context: RunContext,
  driver: Driver<unknown>,
): Promise<Stuck> {
  const { because = '', stage = 'authenticate' } = contact.stuck ?? {};
  const refused = contact.touches.findLast(isBad);
  if (refused === undefined) return unheard(contact, context, { because, stage });
  const remedies = remediesFor(refused, context.target, loadDialect(context.dialect));
  const works = await firstThatWorks(remedies, contact, context, driver);
  const says = `${told(refused)}.`;
  if (works !== undefined)
    return new Stuck(says, `It works with ${works.says}: write that down.`, works.write);
  return advised(says, refused, context);
}

function isBad(touch: Touch): boolean {
  return touch.kind === 'http' ? touch.status < 200 || touch.status >= 300 : touch.how !== 'open';
}

function told(touch: Touch): string {
  if (touch.kind === 'http')
    return `${touch.where} (${touch.operation}) is answered with ${touch.problem ?? touch.status}`;
  const how = {
    refused: `is refused with HTTP ${touch.code}`,
    closed: `is closed with ${touch.code}`,
    lost: 'is dropped without a word',
    open: 'is open',
  };
  return `The socket ${touch.where} (${touch.channel}) ${how[touch.how]}`;
}

async function firstThatWorks(
  remedies: readonly Remedy[],
  contact: Contact,
  context: RunContext,
  driver: Driver<unknown>,
): Promise<Remedy | undefined> {
  const before = reached(contact);
  for (const remedy of remedies) {
    const tried = await firstContact({ ...context, target: remedy.target }, driver);
    if (reached(tried) > before) return remedy;
  }
  return undefined;
}

/** How far it came: by stages, and within a stage by what was touched without trouble. */
function reached({ passed, touches }: Contact): number {
  return passed.length * 1_000 + touches.filter((touch) => !isBad(touch)).length;
}

function advised(says: string, touch: Touch, { target, dialect }: RunContext): Stuck {
  const side = touch.kind === 'http' ? 'http' : 'ws';
  const id = touch.kind === 'http' ? touch.operation : touch.channel;
  const status = touch.kind === 'http' ? touch.status : touch.code;
  if (status === 0 && touch.kind === 'http')
    return new Stuck(says, 'See whether the server hangs, or pass a greater --patience.');
  if (status >= 500 && status < 600) return new Stuck(says, 'The server failed: its own log says why.');
  const path = target.paths[id] ?? documentedPath(loadDialect(dialect), id);
  const place = stringify({ paths: { [id]: path } });
  if (status === 404 || status === 405)
    return new Stuck(
      says,
      'If your server has it at another address, write that down; if not, see whether the people file names rooms and ids that exist.',
      place,
    );
  return new Stuck(
    says,
    `The token travelled ${inWords(target.auth[side])}, and no other way that was tried helped: see whether the tokens are fresh, and say with auth.${side}, headers.${side} or paths how your server wants it.`,
  );
}

/** Everything was let in, and still something did not come: what came instead says most. */
function unheard(
  { entries }: Contact,
  { dialect }: RunContext,
  { because, stage }: { because: string; stage: Stage },
): Stuck {
  const last = (kind: string, most: number, from = entries): string[] =>
    from
      .filter((entry) => entry.kind === kind)
      .map(({ who, what }) => `${who} ${short(what)}`)
      .slice(-most);
  const sent = last('sent', 1);
  const heard = ['alice', 'bob'].flatMap((name) =>
    last(
      'received',
      2,
      entries.filter(({ who }) => who === name),
    ),
  );
  const says = [
    `${because.charAt(0).toUpperCase()}${because.slice(1)}.`,
    ...sent.map((one) => `sent by ${one}`),
    ...heard.map((one) => `heard by ${one}`),
    ...(heard.length === 0 ? ['Nothing was heard at all.'] : []),
  ];
  return new Stuck(
    says.join('\n'),
    `They are let in, but ${failing[stage]}: \`chatproof check ${dialect}\` with the same options shows every promise that is broken, and a greater --patience helps a server that is slow.`,
  );
}

const failing: Record<Stage, string> = {
  authenticate: 'nothing follows',
  'message there': 'a message does not arrive',
  'message back': 'no message comes back',
  history: 'the history does not show what was said',
  'ask over HTTP': 'a request is not answered',
};

function short(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 160)}…`;
}
