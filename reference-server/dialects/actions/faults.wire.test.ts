import { hardships } from '../../testing/hardships.ts';
import { seeEveryFault } from '../../testing/wire.ts';
import { cast, OUR_ROOMS } from './scenes/cast.ts';
import { files, uploading } from './scenes/files.ts';
import { changing, many, restarting, talking } from './scenes/messages.ts';
import { bad, entering } from './scenes/odd.ts';
import { send } from './testing.ts';

const hard = hardships(
  (stage) => {
    const { enter, person } = cast(stage);
    const { id, token } = person('alice');
    return {
      enter: async (who, as) => [await enter(who, as)],
      say: (_, text) => send(text),
      path: `/en/api/v1/chat/recieve/?first_user=${id}`,
      token,
    };
  },
  { rooms: OUR_ROOMS },
);

await seeEveryFault('actions', [
  talking,
  changing,
  files,
  entering,
  bad,
  many,
  uploading,
  restarting,
  ...hard,
]);
