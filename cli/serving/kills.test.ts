// Kills servers of other dialects at random moments: pending lists, unread counters and uploads are whole afterwards.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Provisioned, ProvisionedPerson } from '../../reference-server/control/provisioned.ts';
import { seededRandom } from '../../reference-server/fault-kit/random.ts';
import { Database } from '../../reference-server/store/database.ts';
import { chatter } from '../../reference-server/testing/chatter.ts';
import { provisionAt, type ServingChild, serveChild } from './testing/child.ts';

const KILLS = 6;
const AT_ONCE = 120;

interface Round {
  child: ServingChild;
  alice: ProvisionedPerson;
  bob: ProvisionedPerson;
  group: string;
  /** A text that nobody has written yet. */
  text(number: number): string;
  /** Called with each text that the server has acknowledged; some time it kills the server. */
  acknowledged(text: string): void;
}

interface Case {
  dialect: string;
  load(round: Round): Promise<void>;
  /** Of what is stored, how many rows are not whole. */
  broken: string;
}

const cases: Case[] = [
  {
    dialect: 'dialogues',
    async load({ child, alice, bob, group, text, acknowledged }) {
      const time = (number: number) => new Date(Date.UTC(2025, 2, 14) + number).toISOString();
      const numbers = new Map<string, number>();
      const write = async (path: string, to: string, first: number) => {
        const command = first === 0 ? 'new_msg' : 'new_grp_msg';
        const socket = await chatter(`${child.ws}/ws/chat/${path}/`);
        socket.socket.on('error', () => {});
        socket.socket.on('message', (data) => {
          const { command: heard, message }: { command: string; message: string } = JSON.parse(String(data));
          const number = numbers.get(message);
          if (heard === 'msg_sent' && number !== undefined) acknowledged(text(number));
        });
        for (let number = first; number < AT_ONCE; number += 2) {
          const sent_timestamp = time(numbers.size + Date.now());
          numbers.set(sent_timestamp, number);
          socket.says({
            message: text(number),
            command,
            msg_from: alice.phone,
            msg_to: to,
            sent_timestamp,
          });
        }
        return socket.closed;
      };
      await Promise.all([
        write(`personal/${alice.phone}/${bob.phone}`, bob.phone, 0),
        write(`group/${alice.phone}/${group}`, group, 1),
      ]);
    },
    // One to one, one person waits for a message; in the group, two do.
    broken: `select count(*) as broken from messages m where (select count(*) from pending p where p.message = m.id) <> case when m.receiver is null then 2 else 1 end`,
  },
  {
    dialect: 'rooms',
    async load({ child, alice, bob, text, acknowledged }) {
      const socket = await chatter(`${child.ws}/ws/${bob.username}/?token=${alice.token}`);
      socket.socket.on('error', () => {});
      socket.socket.on('message', (data) => {
        const { type, message }: { type: string; message: string } = JSON.parse(String(data));
        if (type === 'chat_message') acknowledged(message);
      });
      const file = { multimedia_url: '', file_identifier: '', multimedia_url_expiration: '' };
      for (let number = 0; number < AT_ONCE; number += 1)
        socket.says({ type: 'chat_message', message: text(number), ...file, room: bob.username });
      await socket.closed;
    },
    broken: 'select abs((select count(*) from pending) - (select count(*) from messages)) as broken',
  },
  {
    dialect: 'threads',
    async load({ child, alice, bob, text, acknowledged }) {
      const post = async (number: number) => {
        const body = new FormData();
        body.set('receiver', String(bob.id));
        body.set('message', text(number));
        body.set('attached_file', new Blob(['x'.repeat(20_000)]), 'x.txt');
        const headers = { authorization: `Bearer ${alice.token}` };
        const answer = await fetch(`${child.http}/chat/chat-attachment/`, { method: 'POST', headers, body });
        if (answer.status === 201) acknowledged(text(number));
      };
      const posts = Array.from({ length: AT_ONCE }, (_, number) => post(number));
      // Those that the kill cut off were not promised anything.
      await Promise.allSettled(posts);
    },
    broken: `select count(*) as broken from messages m left join uploads u on u.message = m.id where u.id is null or length(u.bytes) <> 20000`,
  },
];

it.each(cases)(
  'keeps what it acknowledged, and nothing half-written: $dialect',
  { concurrent: true, timeout: 120_000 },
  async ({ dialect, load, broken }) => {
    const data = join(mkdtempSync(join(tmpdir(), 'chatproof-')), 'data.sqlite');
    const random = seededRandom(`kills ${dialect}`);
    const promised = new Set<string>();
    let made: Provisioned | undefined;
    for (let round = 0; round < KILLS; round += 1) {
      const child = await serveChild(dialect, '--port', '0', '--data', data, '--control');
      made ??= await provisionAt(child, {
        people: 3,
        groups: [{ members: ['p1', 'p2', 'p3'], admins: ['p1'] }],
      });
      const [alice, bob] = made.people;
      if (!alice || !bob) throw new Error('Provisioning gave too few people.');
      let left = 1 + Math.floor(random() * (AT_ONCE - 2));
      await load({
        child,
        alice,
        bob,
        group: made.groups[0]?.key ?? '',
        text: (number) => `round ${round}, number ${number}`,
        acknowledged(text) {
          promised.add(text);
          left -= 1;
          if (left === 0) child.process.kill('SIGKILL');
        },
      });
      expect(await child.ended).toBe('SIGKILL');
      verify(data, promised, broken);
    }
    expect(promised.size).toBeGreaterThan(KILLS);
  },
);

function verify(data: string, promised: Set<string>, broken: string): void {
  const database = new Database(data, () => {});
  const texts = database.rows<{ text: string }>('select text from messages').map(({ text }) => text);
  expect(database.rows(broken)).toEqual([{ broken: 0 }]);
  database.close();
  const stored = new Set(texts);
  expect(stored.size).toBe(texts.length);
  expect([...promised].filter((text) => !stored.has(text))).toEqual([]);
}
