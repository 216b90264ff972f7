import { hardships } from '../../testing/hardships.ts';
import { seeEveryFault } from '../../testing/wire.ts';
import { cast } from './scenes/cast.ts';
import { badUploads, captions, uploading } from './scenes/files.ts';
import { losing, many, restarting, talking } from './scenes/messages.ts';
import { atOnce, bad, entering } from './scenes/odd.ts';

const scenes = [talking, uploading, entering, losing, atOnce, captions, badUploads, many, bad, restarting];

const hard = hardships((stage) => {
  const { enter, to, person } = cast(stage);
  return {
    enter: async (who, as) => [await enter(who, as)],
    say: (from, text) => to(from === 'alice' ? 'bob' : 'alice', text),
    path: '/chat/chat-attachment/',
    token: person('alice').token,
  };
}, {});

await seeEveryFault('threads', [...scenes, ...hard]);
