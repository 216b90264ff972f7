import { conversing } from '../kit/conversation.ts';
import { play } from '../kit/story.ts';
import { join } from './words/join.ts';

export { options } from '../kit/run.ts';

export default (): Promise<void> => play(conversing(join));
