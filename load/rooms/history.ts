import { readingHistory } from '../kit/history.ts';
import { play } from '../kit/story.ts';
import { join } from './words/join.ts';
import { list, read } from './words/reads.ts';

export { options } from '../kit/run.ts';

export default (): Promise<void> => play(readingHistory(join, read, list));
