import { seeEveryFault } from '../../testing/wire.ts';
import { development, production } from './scenes/files.ts';
import { coming, many, restarting, ringing, talking } from './scenes/messages.ts';
import { bad, entering } from './scenes/odd.ts';

const scenes = [talking, ringing, coming, development, production, entering, many, bad, restarting];

await seeEveryFault('rooms', scenes);
