import { connectStorm } from '../kit/storms.ts';
import { play } from '../kit/story.ts';
import { join } from './words/join.ts';

export { options } from '../kit/run.ts';

export default (): Promise<void> => play(connectStorm(join));
