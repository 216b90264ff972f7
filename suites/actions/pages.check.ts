import { expectTrue } from '../kit/expect.ts';
import type { Because } from '../kit/failure.ts';
import { Failure, given, Unmet } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import type { Id } from '../kit/people.ts';
import type { Cast } from './cast.ts';
import { check } from './driver.ts';
import { type Actor, mostPages, type Page } from './requests.ts';

/** Somebody with more rooms than a page may hold, if there is such a person. */
function owner({ popular, alice, room, elsewhere }: Cast): { person: Actor; rooms: Id[] } {
  return popular ?? { person: alice, rooms: [room(), elsewhere()] };
}

/** Says something new in each of these rooms, so that its item can be told from the others. */
async function speakIn({ enter, message }: Cast, person: Actor, rooms: readonly Id[]): Promise<string[]> {
  return Promise.all(
    rooms.map(async (room) => {
      const seat = await enter(person, room);
      const { text } = await message(seat, seat);
      await seat.leave();
      return text;
    }),
  );
}

/** What is wrong with these pages; undefined when nothing is. */
function fault(pages: readonly Page[], texts: readonly string[]): Because | undefined {
  const [first, last] = [pages[0], pages.at(-1)];
  if (first === undefined || last === undefined) throw new Error('There is always a first page.');
  if (last.reply.status !== 200)
    return {
      expected: 'the next page at the address in next',
      received: last.reply.problem ?? `HTTP ${last.reply.status}`,
      because: 'the address in next leads to no page',
    };
  if (typeof last.next === 'string')
    return {
      expected: 'a last page, whose next is null',
      received: `${pages.length} pages and no end`,
      because: 'the pages have no end',
    };
  if (first.previous !== null)
    return {
      expected: 'a first page whose previous is null',
      received: show(first.previous),
      because: 'the first page names a page before it',
    };
  const shown = pages.flatMap(({ rooms }) => rooms.flatMap((room) => room?.content ?? []));
  if (!texts.some((text) => shown.includes(text))) throw new Unmet('None of the rooms is on the list.');
  for (const text of texts) {
    const count = shown.filter((content) => content === text).length;
    if (count !== 1)
      return {
        expected: 'every room once on all pages together',
        received: `a room ${count} times on ${pages.length} pages`,
        because: `a room is on the pages ${count === 0 ? 'not at all' : 'more than once'}`,
      };
  }
  return undefined;
}

/** What is wrong with the way back from the second page, where there is one. */
async function lost({ pageAt }: Cast, person: Actor, pages: readonly Page[]): Promise<Because | undefined> {
  const [first, second] = pages;
  if (first === undefined || second === undefined || second.reply.status !== 200) return undefined;
  const expected = 'the first page at the address in previous of the second';
  const { previous } = second;
  if (typeof previous !== 'string')
    return { expected, received: show(previous), because: 'the second page names no page before it' };
  const back = await pageAt(person, previous);
  if (back.reply.status !== 200)
    return {
      expected,
      received: back.reply.problem ?? `HTTP ${back.reply.status}`,
      because: 'the address in previous leads to no page',
    };
  const items = back.rooms.filter((room) => !first.rooms.some((one) => one?.content === room?.content));
  if (items.length === 0 && back.rooms.length === first.rooms.length) return undefined;
  return {
    expected,
    received: `${back.rooms.length} items, ${items.length} of which are not on the first page`,
    because: 'the address in previous leads to another page than the first',
  };
}

check({
  says: 'The pages of the list hold every room once, and count says how many there are.',
  requires: ['actions.list.pages-hold-every-room-once', 'actions.list.count-is-the-number-of-rooms'],
  catches: [
    'every-page-is-the-first',
    'pages-overlap',
    'last-page-is-missing',
    'next-leads-nowhere',
    'previous-leads-to-itself',
    'count-of-the-page',
    'count-off-by-one',
  ],
  async run(cast) {
    const { world } = cast;
    const { person, rooms } = owner(cast);
    const texts = await given('Nothing can be said in the rooms', () => speakIn(cast, person, rooms));
    await given('A room is not listed', async () => {
      if (texts[0] !== undefined) await cast.listed(person, texts[0]);
    });
    // Whoever else uses this account may change the list between two pages; what is wrong stays wrong.
    let wrong: Because | undefined;
    let counted = { count: 0 as unknown, items: 0 };
    for (let reading = 1; reading <= 3; reading += 1) {
      const pages = await allPages(cast, person);
      const items = pages.reduce((sum, page) => sum + page.rooms.length, 0);
      counted = { count: pages[0]?.count, items };
      wrong = fault(pages, texts) ?? (await lost(cast, person, pages));
      world.observe('Rooms on a page', `${pages[0]?.rooms.length} of ${items}`);
      if (wrong === undefined && counted.count === counted.items) return;
    }
    if (wrong !== undefined) throw new Failure(wrong);
    expectTrue(false, `the count is ${show(counted.count)}, and there are ${counted.items} items`, {
      expected: `count ${counted.items}`,
      received: show(counted.count),
      requirement: 'actions.list.count-is-the-number-of-rooms',
    });
  },
});

async function allPages({ pages }: Cast, person: Actor): Promise<Page[]> {
  const all: Page[] = [];
  let seen = 0;
  for await (const page of pages(person)) {
    if (all.length === 0 && page.reply.status !== 200)
      throw new Unmet(`The list was answered with ${page.reply.problem ?? page.reply.status}.`);
    all.push(page);
    seen += page.rooms.length;
    // Far more items than there are said to be: the end will not come.
    if (all.length >= mostPages || (typeof page.count === 'number' && seen > page.count * 3 + 100)) break;
  }
  return all;
}
