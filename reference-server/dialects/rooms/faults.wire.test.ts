import { hardships } from '../../testing/hardships.ts';
import { seeEveryFault } from '../../testing/wire.ts';
import { cast } from './scenes/cast.ts';
import { development, production } from './scenes/files.ts';
import { coming, many, restarting, ringing, talking } from './scenes/messages.ts';
import { bad, entering } from './scenes/odd.ts';

const scenes = [talking, ringing, coming, development, production, entering, many, bad, restarting];

const hard = hardships((stage) => {
  const { enter, to, person } = cast(stage);
  const other = (who: 'alice' | 'bob') => (who === 'alice' ? 'bob' : 'alice');
  return {
    enter: async (who, as) => [await enter(who, other(who), as)],
    say: (from, text) => to(other(from), text),
    path: '/api/rooms/upload',
    token: person('alice').token,
  };
}, {});

await seeEveryFault('rooms', [...scenes, ...hard]);
