import { expectNoCrash, expectStatus, expectTrue } from '../kit/expect.ts';
import { Failure, given } from '../kit/failure.ts';
import type { Reply } from '../kit/http.ts';
import { addressOf, pathOf } from '../kit/target.ts';
import { type Cast, check } from './driver.ts';
import { elementsIn } from './html.ts';

type Params = Record<string, string>;

/** The page, also when it lives at the other spelling of its address: with a slash at the end, or without. */
async function open(cast: Cast, operationId: string, params: Params = {}): Promise<Reply> {
  const { world, alice } = cast;
  const asked = { who: alice.who, token: alice.token };
  const reply = await world.call(operationId, { ...asked, params });
  const { location: to = '' } = reply.headers;
  if (to === '' || reply.status < 300 || reply.status >= 400) return reply;
  const operation = world.dialect.operations.find(({ id }) => id === operationId);
  const from = addressOf(
    world.target.http,
    world.target.paths[operationId] ?? operation?.path ?? '',
    params,
    {},
  );
  const address = new URL(to, from);
  const trimmed = (path: string): string => path.replace(/\/$/, '');
  const isSame =
    address.host === new URL(from).host && trimmed(address.pathname) === trimmed(new URL(from).pathname);
  if (!isSame) return reply;
  return world.call(operationId, {
    ...asked,
    params,
    address: `${new URL(from).origin}${pathOf(address.href)}`,
  });
}

const typeOf = ({ headers: { 'content-type': type = 'no content type' } }: Reply): string => type;
const isHtml = (reply: Reply): boolean => /^text\/html\b/i.test(typeOf(reply));

function expectPage(reply: Reply): void {
  expectStatus(reply, [200]);
  expectTrue(isHtml(reply), `the page has ${typeOf(reply)}`, {
    expected: 'text/html',
    received: typeOf(reply),
    entry: reply.entry,
  });
}

const personal = ({ alice, bob }: Cast): Params => ({ msg_from: alice.phone, msg_to: bob.phone });
const inGroup = ({ alice, group }: Cast): Params => ({ msg_from: alice.phone, grp: group('all') });
const room = (): Params => ({ room_name: 'lobby' });

const pages: { slug: string; what: string; operation: string; params(cast: Cast): Params }[] = [
  { slug: 'start', what: 'The start page', operation: 'openStartPage', params: () => ({}) },
  {
    slug: 'personal',
    what: 'The page for writing to a person',
    operation: 'openPersonalPage',
    params: personal,
  },
  { slug: 'group', what: 'The page for writing to a group', operation: 'openGroupPage', params: inGroup },
  { slug: 'room', what: 'The page of a room', operation: 'openRoomPage', params: room },
];

for (const { slug, what, operation, params } of pages) {
  check({
    says: `${what} answers with HTML.`,
    requires: [`dialogues.pages.${slug}`],
    catches: ['no-pages', 'pages-as-plain-text'],
    async run(cast) {
      expectPage(await open(cast, operation, params(cast)));
    },
  });
}

check({
  says: 'Markup in the address of a page is not markup of the page.',
  requires: ['dialogues.pages.address-is-not-markup'],
  catches: ['pages-echo-markup'],
  async run(cast) {
    await given('The page of a room does not open', async () =>
      expectPage(await open(cast, 'openRoomPage', room())),
    );
    const payloads = [
      '<planted>',
      `"><planted>`,
      `'><planted>`,
      '</script><planted>',
      '</title><planted>',
      '--><planted>',
    ];
    for (const payload of payloads) {
      for (const [operation, params] of [
        ['openRoomPage', { room_name: payload }],
        ['openPersonalPage', { ...personal(cast), msg_from: payload }],
        ['openPersonalPage', { ...personal(cast), msg_to: payload }],
      ] as const) {
        const reply = await open(cast, operation, params);
        if (!isHtml(reply) || !elementsIn(reply.bytes.toString()).includes('planted')) continue;
        reply.entry.offending = true;
        throw new Failure({
          expected: 'the page shows what stands in its address as text, or not at all',
          received: 'an element <planted> of the page',
          because: 'markup in the address became an element of the page',
        });
      }
    }
  },
});

const addresses = ['', 'Personal', 'Group', 'Room'];

for (const area of ['Special', 'Info']) {
  check({
    says: `The four addresses under ${area.toLowerCase()} answer.`,
    requires: [`dialogues.pages.${area.toLowerCase()}-addresses`],
    catches: [`no-${area.toLowerCase()}-addresses`],
    async run({ world, alice }) {
      for (const address of addresses) {
        const asked = { who: alice.who, token: alice.token };
        const got = await world.call(`get${area}${address}`, asked);
        if (answers(got)) continue;
        const posted = await world.call(`post${area}${address}`, { ...asked, body: {} });
        expectTrue(answers(posted), `neither GET nor POST is answered`, {
          expected: 'another answer than 404 or 5xx to GET or POST',
          received: `${got.status} to GET, ${posted.status} to POST`,
          entry: posted.entry,
        });
      }
    },
  });
}

const answers = ({ status }: Reply): boolean => status > 0 && status < 500 && status !== 404;

check({
  says: 'A page whose address holds odd names is not answered with a crash.',
  requires: ['dialogues.robustness.bad-page-request'],
  catches: ['crashes-on-odd-names'],
  async run(cast) {
    const odd = [
      '0000000000',
      'nobody',
      'שלום',
      '%',
      '\u0000',
      "Robert'); DROP TABLE--",
      ' ',
      'x'.repeat(2_000),
    ];
    for (const name of odd) {
      expectNoCrash(await open(cast, 'openRoomPage', { room_name: name }));
      expectNoCrash(await open(cast, 'openPersonalPage', { msg_from: name, msg_to: cast.bob.phone }));
      expectNoCrash(await open(cast, 'openPersonalPage', { msg_from: cast.alice.phone, msg_to: name }));
      expectNoCrash(await open(cast, 'openGroupPage', { msg_from: cast.alice.phone, grp: name }));
    }
  },
});

check({
  says: 'A body that makes no sense is not answered with a crash.',
  requires: ['dialogues.robustness.bad-post'],
  catches: ['crashes-on-bad-post'],
  async run({ world, alice }) {
    const bodies = [
      '{"cut": ',
      '[]',
      'null',
      '7',
      '"text"',
      {},
      { unknown: true },
      { key: 7, participants: 'x' },
    ];
    for (const area of ['Special', 'Info'])
      for (const address of addresses)
        for (const body of bodies)
          expectNoCrash(
            await world.call(`post${area}${address}`, { who: alice.who, token: alice.token, body }),
          );
  },
});
