import { seeEveryFault } from '../../testing/wire.ts';
import * as groups from './scenes/groups.ts';
import { bad, entering } from './scenes/odd.ts';
import { acknowledging, fetching, restarting, talking } from './scenes/personal.ts';

const personal = [talking, acknowledging, fetching];

await seeEveryFault('dialogues', [
  ...personal,
  groups.talking,
  groups.acknowledging,
  entering,
  bad,
  restarting,
]);
