import { conversing } from '../kit/conversation.ts';
import { readingHistory } from '../kit/history.ts';
import { sharing } from '../kit/media.ts';
import { reconnectStorm } from '../kit/storms.ts';
import { play, together } from '../kit/story.ts';
import { join } from './words/join.ts';
import { list, read } from './words/reads.ts';

export { options } from '../kit/run.ts';

export default (): Promise<void> =>
  play(
    together(
      [6, conversing(join)],
      [2, readingHistory(join, read, list)],
      [1, reconnectStorm(join, read)],
      [1, sharing(join)],
    ),
  );
