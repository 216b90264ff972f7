import { seeEveryFault } from '../../testing/wire.ts';
import { files, uploading } from './scenes/files.ts';
import { changing, many, restarting, talking } from './scenes/messages.ts';
import { bad, entering } from './scenes/odd.ts';

await seeEveryFault('actions', [talking, changing, files, entering, bad, many, uploading, restarting]);
