import { fanOut } from '../kit/fan-out.ts';
import { join } from './words/join.ts';

export { options } from '../kit/run.ts';

export default (): Promise<void> => fanOut(join);
