import { hardships } from '../../testing/hardships.ts';
import { seeEveryFault } from '../../testing/wire.ts';
import { at, cast, GROUPS } from './scenes/cast.ts';
import * as groups from './scenes/groups.ts';
import { bad, entering } from './scenes/odd.ts';
import { acknowledging, fetching, restarting, talking } from './scenes/personal.ts';

const personal = [talking, acknowledging, fetching];

const hard = hardships(
  (stage) => {
    const { inbox, line, frame } = cast(stage);
    const other = (who: 'alice' | 'bob') => (who === 'alice' ? 'bob' : 'alice');
    return {
      enter: async (who, as) => [await line(who, other(who), as), await inbox(who, `${as}'s inbox`)],
      say: (from, text) => frame('new_msg', from, other(from), text, at(text.length)),
      path: '/chat/special',
    };
  },
  { people: 4, groups: GROUPS },
);

await seeEveryFault('dialogues', [
  ...personal,
  groups.talking,
  groups.acknowledging,
  entering,
  bad,
  restarting,
  ...hard,
]);
