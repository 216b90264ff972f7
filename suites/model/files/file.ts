// The files of a run, and which uploaded message a frame is about, even when one of the things that it says is wrong.
import type { GivenFile, News } from '../../kit/verbs.ts';
import type { Ids } from '../judge-heard.ts';
import { type State, textOf } from '../state.ts';

export const fileName = (state: State, n: number): string => `${textOf(state, n)}.png`;

/** A small picture, unlike that of any other message. */
export async function fileFor(state: State, n: number): Promise<GivenFile> {
  // What makes pictures is only needed where files are uploaded.
  const { picture } = await import('../../kit/picture.ts');
  const name = fileName(state, n);
  return { name, bytes: picture(name) };
}

/** The words that announce a message; they are not its own. */
export const wordsFor = (state: State, n: number): string => `${textOf(state, n)}a`;

/** The message that most of what the frame says is about; where nothing agrees, its id has the last word. */
export function aboutWhich(state: State, ids: Ids, { id, text, file }: News): number | undefined {
  const says = (n: number): number[] =>
    [
      id !== undefined && ids.get(n) === id,
      text === textOf(state, n) || text === wordsFor(state, n),
      file?.name === fileName(state, n),
    ].flatMap((isSo, at) => (isSo ? [3 - at] : []));
  const candidates = state.messages
    .flatMap(({ upload }, at) => (upload === undefined ? [] : [{ n: at + 1, said: says(at + 1) }]))
    .filter(({ said }) => said.length > 0)
    .toSorted((one, two) => two.said.length - one.said.length || (two.said[0] ?? 0) - (one.said[0] ?? 0));
  return candidates[0]?.n;
}

/** Whether somebody has heard of an uploaded message more often than its author has announced it. */
export function isTooMany(state: State, ids: Ids, news: readonly News[]): boolean {
  const heard = news.flatMap((one) => (one.kind === 'announced' ? (aboutWhich(state, ids, one) ?? []) : []));
  return state.messages.some(
    ({ upload }, at) => upload !== undefined && heard.filter((n) => n === at + 1).length > upload.announced,
  );
}
