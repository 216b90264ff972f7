// The abstract verbs, said in threads.
import { Unmet } from '../kit/failure.ts';
import { mismatches } from '../kit/match.ts';
import { oldestFirst, type Saying } from '../kit/oldest-first.ts';
import type { Role, Verbs } from '../kit/verbs.ts';
import { between, field, sameInAnyCase, uploadedOf } from './answers.ts';
import type { Actor, Cast } from './cast.ts';
import { entrances } from './entrances.ts';

export function verbs(cast: Cast): Verbs {
  const { world, alice, bob, carol } = cast;
  const people = { alice, bob };
  const otherThan = (who: Role): Actor => (who === 'alice' ? bob : alice);
  const said: Saying[] = [];
  // Each upload is answered before the next one begins.
  const uploads = {};
  return {
    world,
    entrances: entrances(cast),
    async join(who) {
      const seat = await cast.enter(people[who]);
      return {
        who,
        out: seat,
        ear: seat,
        say(text) {
          said.push({ text, on: seat });
          seat.write(otherThan(who).id ?? '', text);
        },
        hear: (text) => seat.hears('reMessage', { message_body: text }),
        heard: (text) => seat.all('reMessage', { message_body: text }),
        announce: (id, text) => seat.announce(id, text),
      };
    },
    newsOf({ name, value }) {
      if (name !== 'reMessage' && name !== 'reMessageFile') return undefined;
      const said = {
        id: String(field(value, 'created_msg_id')),
        text: String(field(value, 'message_body')),
        by: roleOf(cast, field(value, 'sender_id')),
      };
      if (name === 'reMessage') return { kind: 'said', ...said };
      const { text, ...announced } = said;
      return {
        kind: 'announced',
        ...announced,
        ...(world.accepts('body-from-frame') ? {} : { text }),
        file: { name: field(value, 'attached_file_name'), address: field(value, 'attached_file_url') },
      };
    },
    words: { said: 're_message', announced: 're_message_file' },
    textOf({ name, value }) {
      return name === 'reMessage' ? String(field(value, 'message_body')) : undefined;
    },
    forge: (text) => ({
      action: 'chat_message',
      message_body: text,
      receiver_id: bob.id,
      sender_id: carol.id,
      sender: carol.id,
    }),
    isAuthor: ({ value }, who) =>
      mismatches(value, { sender_id: between(people[who], bob).sender_id }).length === 0,
    knock: (token) => cast.knock(alice, token ?? null),
    tokens: tokensOf(cast),
    outsider: () => cast.enter(carol),
    async upload(who, text, { name, bytes }) {
      const fields = { receiver: String(otherThan(who).id), message: text };
      const reply = await cast.upload(people[who], { fields, name, bytes });
      const id = uploadedOf(reply)?.id;
      if (id !== undefined) {
        said.push({ text, on: uploads });
        return { ending: 'done', id: String(id) };
      }
      return { ending: reply.status === 0 ? 'unknown' : 'refused' };
    },
    async fetch(who, { address }) {
      if (typeof address !== 'string' || !URL.canParse(address, world.target.http)) return undefined;
      const reply = await cast.getFile(people[who], address);
      if (reply.status === 0) throw new Unmet(`The file at ${address} was not answered: ${reply.problem}.`);
      return reply.status === 200 ? reply.bytes : undefined;
    },
    async history(who) {
      const items = await cast.messages(people[who], otherThan(who));
      const lines = items.map(({ message, id, sender, attached_file, attached_file_name }) => ({
        text: String(message),
        id: String(id),
        by: roleOf(cast, field(sender, 'id')),
        file: attached_file === null ? null : { name: attached_file_name, address: attached_file },
      }));
      return oldestFirst(lines, { said, instants: items.map(({ created }) => Date.parse(String(created))) });
    },
  };
}

function roleOf({ alice, bob }: Cast, id: unknown): Role | undefined {
  if (sameInAnyCase(alice.id)(id) === true) return 'alice';
  return sameInAnyCase(bob.id)(id) === true ? 'bob' : undefined;
}

function tokensOf({ alice }: Cast): { valid: string; expired: string | undefined } {
  if (alice.token === undefined) throw new Unmet('alice has no token.');
  return { valid: alice.token, expired: alice.expired_token };
}
