// What a server has to bear in every dialect: scenes in which bob does something odd, and then all goes on.
import type { WebSocket } from 'ws';
import type { Scene, Stage } from './stage.ts';

/** How alice and bob talk in one dialect. */
export interface Talk {
  /** Opens all that somebody needs; the first socket is the one to send on. */
  enter(who: 'alice' | 'bob', as: string): Promise<WebSocket[]>;
  say(from: 'alice' | 'bob', text: string): object;
  /** Something to ask for over HTTP. */
  path: string;
  token?: string;
}

type Ordeal = (bob: WebSocket, stage: Stage, talk: Talk) => Promise<unknown>;

const ordeals: Record<string, Ordeal> = {
  'a deep frame': (bob, { say }) => say(bob, nested(1_500)),
  'a frame without any field': (bob, { say }) => say(bob, {}),
  'a frame with more than is documented': (bob, { say }, talk) =>
    say(bob, { ...talk.say('bob', 'more'), 'x-more': 1 }),
  'six hundred frames': (bob, { say }) => say(bob, ...Array.from({ length: 600 }, () => '{"unknown":true}')),
  'one lost connection': (bob, { leave }) => leave(bob, 'terminate'),
  'a ping within a message': async (bob, { say }, talk) => {
    const whole = JSON.stringify(talk.say('bob', 'in two fragments'));
    bob.send(whole.slice(0, 9), { fin: false });
    bob.ping();
    bob.send(whole.slice(9), { fin: true });
    await say(bob);
  },
  'private characters': (bob, { say }, talk) => say(bob, talk.say('bob', '\ue000 \uf8ff')),
  'odd requests': async (_, stage, { path, token }) => {
    const headers = { 'content-type': 'application/json' };
    const more = `${path.includes('?') ? '&' : '?'}more=${'x'.repeat(1_200)}`;
    for (const method of ['GET', 'POST', 'PUT']) {
      await stage.ask(method, path + more, { token });
      if (method !== 'GET') await stage.ask(method, path, { token, headers, body: '{"text": ' });
    }
  },
  'a hundred lost connections': async (_, stage, talk) => {
    for (let count = 0; count < 105; count += 1)
      for (const socket of await talk.enter('bob', 'one of many')) await stage.leave(socket, 'terminate');
  },
};

export function hardships(
  talkOf: (stage: Stage) => Talk,
  setting: Pick<Scene, 'people' | 'rooms' | 'groups'>,
): Scene[] {
  return Object.entries(ordeals).map(([shows, ordeal]) => ({
    ...setting,
    shows,
    areas: [],
    async act(stage) {
      const talk = talkOf(stage);
      const [a] = await talk.enter('alice', 'alice');
      const [b] = await talk.enter('bob', 'bob');
      if (a === undefined || b === undefined) return;
      await stage.say(b, talk.say('bob', 'before'));
      await ordeal(b, stage, talk);
      await stage.say(a, talk.say('alice', 'afterwards'));
      await stage.say(b, talk.say('bob', 'still here'));
      const [again] = await talk.enter('bob', 'bob again');
      if (again !== undefined) await stage.say(again, talk.say('bob', 'here again'));
      await stage.say(a, talk.say('alice', 'good bye'));
    },
  }));
}

function nested(levels: number): string {
  return `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
}
