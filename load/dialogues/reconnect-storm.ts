import { reconnectStorm } from '../kit/storms.ts';
import { play } from '../kit/story.ts';
import { join } from './words/join.ts';
import { read } from './words/reads.ts';

export { options } from '../kit/run.ts';

export default (): Promise<void> => play(reconnectStorm(join, read));
