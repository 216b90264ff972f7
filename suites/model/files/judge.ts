// An uploaded message is heard once it is announced, as what it is, and is shown with its file.
import type { Line, News, Role } from '../../kit/verbs.ts';
import type { Claim, Finding } from '../finding.ts';
import type { Ids } from '../judge-heard.ts';
import type { Oracle } from '../oracles.ts';
import type { Message, State } from '../state.ts';
import { aboutWhich, fileName } from './file.ts';

interface Listener {
  label: string;
  news: readonly News[];
}

/** What one socket of its receiver has heard of an uploaded message. */
export function uploadHeard(state: State, n: number, ear: Listener, ids: Ids): Finding[] {
  const { label, news } = ear;
  const { author, texts, upload } = state.messages[n - 1] ?? {};
  if (upload === undefined || author === undefined) return [];
  const announced = news.filter((one) => one.kind === 'announced' && aboutWhich(state, ids, one) === n);
  const said = news.filter(({ kind, id, text }) => {
    return kind === 'said' && (id === ids.get(n) || texts?.includes(text ?? '') === true);
  });
  const found: Finding[] = [];
  const most = upload.announced;
  const blame = (oracle: Oracle, expected: string, received: string, claim?: Omit<Claim, 'on' | 'where'>) =>
    void found.push({
      oracle,
      expected: `${label} hears ${expected}`,
      received,
      because: `${label} heard ${received}`,
      ...(claim === undefined ? {} : { claim: { on: label, where: 'socket', message: n, ...claim } }),
    });
  if (announced.length > most)
    blame(
      upload.byOther
        ? 'announcement by the other'
        : most === 0
          ? 'upload alone is not heard'
          : 'announced once',
      most === 0 ? `nothing of message ${n}, which its author has not announced` : `of message ${n} once`,
      `of message ${n}${announced.length === 1 ? '' : `, ${announced.length} times`}`,
      { kind: 'announced', most },
    );
  if (most > 0 && said.length > 0)
    blame('announced once', `message ${n} with its file only`, `message ${n} without its file besides`, {
      kind: 'said',
      most: 0,
    });
  for (const { id, text, by, file } of announced) {
    const own = ids.get(n);
    if (own !== undefined && id !== own)
      blame('announced as itself', `of message ${n} under its id`, `of message ${n} under another id`);
    if (text !== undefined && texts?.includes(text) === false)
      blame('announced with its text', `the text of message ${n}`, `of message ${n} with another text`);
    if (by !== author)
      blame(
        'announced by its author',
        `message ${n} as one of ${author}`,
        `of message ${n} as one of ${by ?? 'somebody else'}`,
      );
    if (file !== undefined && file.name !== fileName(state, n))
      blame(
        'file keeps its name',
        `of the file of message ${n}`,
        `of message ${n} with a file of another name`,
      );
  }
  return found;
}

/** The line that shows a message has to show its file, or none where none was given. */
export function fileShown(state: State, n: number, line: Line, who: Role): Finding[] {
  if (line.file === undefined) return [];
  const given = state.messages[n - 1]?.upload !== undefined;
  const expected = `${who} is shown message ${n} ${given ? 'with its file' : 'without a file'}`;
  const blame = (oracle: Oracle, received: string): Finding[] => [
    { oracle, expected, received, because: `${who} is shown message ${n} ${received}` },
  ];
  if (line.file === null) return given ? blame('upload is stored', 'without its file') : [];
  if (!given) return blame('no file is none', 'with a file, although it has none');
  if (line.file.name === fileName(state, n)) return [];
  return blame('file keeps its name', 'with a file of another name');
}

/** What is broken when an uploaded message is missing from a view, is there twice, or has another text. */
export function uploadChanged({
  upload,
}: Message): { missing: Oracle; twice: Oracle; text: Oracle } | undefined {
  if (upload === undefined) return undefined;
  const { announced, byOther } = upload;
  const changed = byOther && announced === 0 ? 'announcement by the other' : 'announcement adds nothing';
  if (announced > 0 || byOther) return { missing: 'upload is stored', twice: changed, text: changed };
  return {
    missing: 'upload is stored',
    twice: 'upload is stored as answered',
    text: 'upload is stored as answered',
  };
}
