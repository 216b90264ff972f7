import { seeEveryFault } from '../../testing/wire.ts';
import { badUploads, captions, uploading } from './scenes/files.ts';
import { losing, many, restarting, talking } from './scenes/messages.ts';
import { atOnce, bad, entering } from './scenes/odd.ts';

const scenes = [talking, uploading, entering, losing, atOnce, captions, badUploads, many, bad, restarting];

await seeEveryFault('threads', scenes);
