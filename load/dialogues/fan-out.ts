import { fanOut } from '../kit/fan-out.ts';
import { joinGroup } from './words/join-group.ts';

export { options } from '../kit/run.ts';

export default (): Promise<void> => fanOut(joinGroup);
