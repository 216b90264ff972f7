// How the dialogues dialect says what the checks need: receive sockets, send sockets, groups, and no token.
import { checksOf } from '../kit/check.ts';
import type { Driver } from '../kit/driver.ts';
import { given, Unmet } from '../kit/failure.ts';
import { fence as pass } from '../kit/fence.ts';
import type { Person } from '../kit/people.ts';
import { Socket } from '../kit/socket.ts';
import type { World } from '../kit/world.ts';
import { type Chat, chatOf, type Message, toGroups, toPeople } from './chat.ts';
import { inTurn, type Turn } from './copies.ts';
import { Inbox } from './inbox.ts';
import { verbs } from './verbs.ts';

/** A person in a check, under the name that the check calls them by. */
export interface Actor extends Person {
  who: string;
  phone: string;
}

export interface Cast {
  world: World;
  alice: Actor;
  bob: Actor;
  carol: Actor;
  /** The key of a group: one has all three in it, the other alice and bob. Alice is the admin of both. */
  group(size: 'all' | 'two'): string;
  /** Opens a receive socket and waits until the server knows of it. */
  inbox(person: Actor): Promise<Inbox>;
  /** The same without a request on it, and without expecting that it opens. */
  knockInbox(person: Actor): Promise<Inbox>;
  /** Opens the send socket from one person to another. */
  chat(from: Actor, to: Actor): Promise<Chat>;
  knockChat(from: Actor, to: Pick<Actor, 'phone'>): Promise<Chat>;
  groupChat(from: Actor, key: string): Promise<Chat>;
  knockGroupChat(from: Actor, key: string): Promise<Chat>;
  /** Alice and bob, each with a receive socket and a send socket to the other. */
  together(): Promise<{ a: Inbox; b: Inbox; toBob: Chat; toAlice: Chat }>;
  /** Says something new that is confirmed and that all of `inboxes` have heard. */
  message(chat: Chat, ...inboxes: Inbox[]): Promise<Message>;
  /** Strong: every observer hears a later message from the same send socket. */
  fence(chat: Chat, ...observers: Inbox[]): Promise<void>;
  /** The same after something that a server may close the socket for: then the fence runs over a new one. */
  fenceAfter(chat: Chat, again: () => Promise<Chat>, ...observers: Inbox[]): Promise<void>;
  /** Cross: the observer hears a later message from another socket, where no order is promised. */
  crossFence(chat: Chat, ...observers: Inbox[]): Promise<void>;
}

export const driver: Driver<Cast> = {
  dialect: 'dialogues',
  needs: ['phone'],
  rooms: false,
  groups: true,
  auth: { http: { in: 'none' }, ws: { in: 'none' } },
  optional: [],
  verbs,
  cast(world, { people: [first, second, third], group }) {
    const { text } = world;
    /** Where a person belongs, a refusal of a token that worked earlier means that it has expired. */
    const here = { belongs: true } as const;
    const turns = new Map<string, Turn>();
    const turnOf = ({ phone }: Actor): Turn => {
      const turn = turns.get(phone) ?? inTurn();
      turns.set(phone, turn);
      return turn;
    };
    const openInbox = async (person: Actor, belongs: { belongs?: true } = {}): Promise<Inbox> => {
      const { who, phone, token } = person;
      const channel = 'chatReceiveSocket';
      const inbox = await world.open(Inbox, { who, channel, params: { msg_from: phone }, token, ...belongs });
      inbox.phone = phone;
      inbox.turn = turnOf(person);
      return inbox;
    };
    const openChat = async (from: Actor, to: string, belongs: { belongs?: true } = {}): Promise<Chat> => {
      const { who, phone, token } = from;
      const params = { msg_from: phone, msg_to: to };
      const socket = await world.open(Socket, {
        who,
        channel: 'chatSendSocket',
        params,
        token,
        ...belongs,
      });
      return chatOf(socket, from, { to, name: phone, words: toPeople, text });
    };
    const openGroup = async (from: Actor, grp: string, belongs: { belongs?: true } = {}): Promise<Chat> => {
      const { who, phone, token } = from;
      const params = { msg_from: phone, grp };
      const socket = await world.open(Socket, {
        who,
        channel: 'groupSendSocket',
        params,
        token,
        ...belongs,
      });
      const read = world.accepts('group-read-as-msg-read') ? toPeople.read : toGroups.read;
      const name = `${grp}-${phone}`;
      return chatOf(socket, from, { to: grp, name, words: { ...toGroups, read }, text });
    };
    const expectOpen = (socket: Socket): void => {
      if (socket.isOpen) return;
      throw new Unmet(
        `A socket of ${socket.who} does not open: ${socket.closing?.entry.what ?? 'no answer'}.`,
      );
    };
    const cast: Cast = {
      world,
      alice: actor(first, 'alice'),
      bob: actor(second, 'bob'),
      carol: actor(third, 'carol'),
      group: (size) => group(size).key,
      inbox: (person) =>
        turnOf(person)(async () => {
          const inbox = await openInbox(person, here);
          expectOpen(inbox);
          await inbox.settled();
          return inbox;
        }),
      knockInbox: (person) => turnOf(person)(() => openInbox(person)),
      async chat(from, to) {
        const chat = await openChat(from, to.phone, here);
        expectOpen(chat.socket);
        return chat;
      },
      knockChat: (from, { phone }) => openChat(from, phone),
      async groupChat(from, key) {
        const chat = await openGroup(from, key, here);
        expectOpen(chat.socket);
        return chat;
      },
      knockGroupChat: openGroup,
      async together() {
        const { alice, bob } = cast;
        const [a, b, toBob, toAlice] = await Promise.all([
          cast.inbox(alice),
          cast.inbox(bob),
          cast.chat(alice, bob),
          cast.chat(bob, alice),
        ]);
        return { a, b, toBob, toAlice };
      },
      async message(chat, ...inboxes) {
        const message = chat.say();
        await given('A message was not confirmed or did not arrive', () =>
          Promise.all([
            chat.confirms(message),
            ...inboxes.map((inbox) => inbox.hears('newMsgHeard', { message: message.text })),
          ]),
        );
        return message;
      },
      fence: (chat, ...observers) => pass('strong', chat.socket, () => cast.message(chat, ...observers)),
      async fenceAfter(chat, again, ...observers) {
        try {
          await cast.fence(chat, ...observers);
        } catch (error) {
          if (chat.socket.isOpen || !(error instanceof Unmet)) throw error;
          await cast.fence(await again(), ...observers);
        }
      },
      crossFence: (chat, ...observers) => pass('cross', chat.socket, () => cast.message(chat, ...observers)),
    };
    return cast;
  },
};

function actor(person: Person, who: string): Actor {
  if (person.phone === undefined) throw new Unmet(`${who} has no phone number.`);
  return { ...person, who, phone: person.phone };
}

export const check = checksOf(driver);
