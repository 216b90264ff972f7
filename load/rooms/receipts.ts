import { conversing } from '../kit/conversation.ts';
import { play } from '../kit/story.ts';
import { joinWithBell } from './words/bells.ts';

export { options } from '../kit/run.ts';

export default (): Promise<void> => play(conversing(joinWithBell, { receipts: ['notified'] }));
