// Who may edit and delete, and where: only the author, only in the room of the message.
import { given } from '../kit/failure.ts';
import { heardNothing } from '../kit/fence.ts';
import { sameId } from '../kit/match.ts';
import type { Id } from '../kit/people.ts';
import type { Cast } from './cast.ts';
import { check } from './driver.ts';
import type { Seat } from './seat.ts';
import { expectUnchanged } from './unchanged.ts';

const verbs = {
  edit: {
    event: 'edited',
    ask: (seat: Seat, id: Id, text: string, claims?: Claims) => seat.edit(id, text, claims),
  },
  delete: {
    event: 'deleted',
    ask: (seat: Seat, id: Id, _: string, claims?: Claims) => seat.remove(id, claims),
  },
} as const;

/** What a frame says besides about who sends it. */
type Claims = Record<string, unknown>;

/** The socket on which somebody asks for what is not theirs to do, and one that hears what is said there. */
type Intruder = (cast: Cast, seats: { a: Seat; b: Seat }) => Promise<{ from: Seat; witness: Seat }>;

const otherMember: Intruder = async (_, { a, b }) => ({ from: b, witness: a });

const fromAnotherRoom: Intruder = async (cast) => {
  const { aliceElsewhere, c } = await cast.apart();
  return { from: aliceElsewhere, witness: c };
};

const outsider: Intruder = async (cast) => {
  const { aliceElsewhere, c } = await cast.apart();
  return { from: c, witness: aliceElsewhere };
};

async function doesNothing(
  cast: Cast,
  verb: keyof typeof verbs,
  intruder: Intruder,
  claims: Claims = {},
): Promise<void> {
  const { event, ask } = verbs[verb];
  const { world, together, message, processed, fence } = cast;
  const { a, b } = await together();
  const { from, witness } = await intruder(cast, { a, b });
  const own = await message(a, a, b);
  const text = world.text();
  ask(from, own.id, text, claims);
  await processed(from, witness);
  await fence(a, a);
  await processed(a, b);
  const told = { name: event, what: `a ${event} frame for what was not to be done` };
  for (const seat of [a, b]) heardNothing(seat, { ...told, pattern: { message_id: sameId(own.id) } });
  await expectUnchanged(cast, own);
  // The twin: its author can do the same in the room of the message.
  const allowed = world.text();
  ask(a, own.id, allowed);
  await given(`The author's own ${verb} is not announced`, () =>
    Promise.all([
      a.hears(event, { message_id: sameId(own.id) }),
      // The other member's socket may have been closed for what was asked on it.
      Promise.race([b.gone(), b.hears(event, { message_id: sameId(own.id) })]),
    ]),
  );
  if (verb === 'edit') for (const seat of [a, b]) heardNothing(seat, { ...told, pattern: { text } });
}

for (const verb of ['edit', 'delete'] as const) {
  check({
    says: `The other member of the room cannot ${verb} somebody's message.`,
    requires: [`actions.access.${verb}-by-other-member`],
    catches: [`anybody-in-the-room-may-${verb}`],
    run: (cast) => doesNothing(cast, verb, otherMember),
  });

  check({
    says: `The other member cannot ${verb} somebody's message by claiming to be them.`,
    requires: [`actions.access.${verb}-by-other-member`],
    catches: ['claimed-author-may-change'],
    run: (cast) => {
      const { id } = cast.alice;
      return doesNothing(cast, verb, otherMember, { sender_id: id, sender: id, user_id: id });
    },
  });

  check({
    says: `On the socket of another room even the author cannot ${verb} a message.`,
    requires: ['actions.access.changes-from-another-room'],
    catches: [`${verb}-works-from-other-rooms`],
    run: (cast) => doesNothing(cast, verb, fromAnotherRoom),
  });

  check({
    says: `Somebody outside the room cannot ${verb} a message in it.`,
    requires: ['actions.access.changes-by-outsider'],
    catches: [`outsiders-may-${verb}`],
    run: (cast) => doesNothing(cast, verb, outsider),
  });
}
