// Kills the server at a hundred random moments under load; what it had acknowledged has to be there, once.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Provisioned } from '../../reference-server/control/provision.ts';
import { seededRandom } from '../../reference-server/fault-kit/random.ts';
import { Database } from '../../reference-server/store/database.ts';
import { chatter } from '../../reference-server/testing/chatter.ts';
import { provisionAt, type ServingChild, serveChild } from './testing/child.ts';

const KILLS = 100;
const LANES = 2;
const PIPELINED = 200;

/** What the server has acknowledged to its client, by message id; undefined for a deleted message. */
type Acknowledged = Map<number, { text: string; status: string } | undefined>;

interface Item {
  message_id: number;
  text: string;
  status: string;
}

interface Frame {
  /** Not in the announcement of an edit or a deletion. */
  message?: Item;
}

it.each(Array.from({ length: LANES }, (_, lane) => lane))(
  'keeps everything that it acknowledged over many kills (lane %i)',
  { concurrent: true, timeout: 180_000 },
  async (lane) => {
    const data = join(mkdtempSync(join(tmpdir(), 'chatproof-')), 'data.sqlite');
    const random = seededRandom(`durability ${lane}`);
    const acknowledged: Acknowledged = new Map();
    let people: Provisioned | undefined;
    for (let round = 0; round < KILLS / LANES; round += 1) {
      const child = await serveChild('receipts', '--port', '0', '--data', data, '--control');
      people ??= await provisionAt(child, { people: 2, rooms: [['p1', 'p2']] });
      await loadUntilKilled(child, people, { acknowledged, round, killAfter: Math.floor(random() * 300) });
      verify(data, acknowledged);
    }
    expect(acknowledged.size).toBeGreaterThan(KILLS);
  },
);

interface Load {
  acknowledged: Acknowledged;
  round: number;
  /** How many frames are heard before the server is killed. */
  killAfter: number;
}

async function loadUntilKilled(
  child: ServingChild,
  { people, rooms }: Provisioned,
  { acknowledged, round, killAfter }: Load,
): Promise<void> {
  const [token, room] = [people[0]?.token, rooms[0]?.id];
  const headers = { authorization: `Bearer ${token}` };
  const alice = await chatter(`${child.ws}/ws/chat/${room}/`, { headers });
  const history = (await alice.next()) as Item[];
  for (const { message_id, text } of history) expect(text).toBe(acknowledged.get(message_id)?.text ?? text);
  alice.socket.on('error', () => {});
  let heard = 0;
  alice.socket.on('message', (data) => {
    const { message } = JSON.parse(String(data)) as Frame;
    if (message) acknowledged.set(message.message_id, { text: message.text, status: message.status });
    heard += 1;
    if (heard === killAfter) child.process.kill('SIGKILL');
  });
  const [first, second] = history;
  const requests = [
    change(
      child,
      headers,
      'PUT',
      first,
      () => ({ text: `edited ${round}`, status: first?.status ?? '' }),
      acknowledged,
    ),
    change(child, headers, 'DELETE', second, () => undefined, acknowledged),
  ];
  for (let number = 0; number < PIPELINED; number += 1) alice.says({ message: `message ${round} ${number}` });
  if (killAfter === 0) child.process.kill('SIGKILL');
  await Promise.all([alice.closed, child.ended, ...requests]);
}

// Until it is answered, either state of the message is right: it is taken off the books for that long.
async function change(
  child: ServingChild,
  headers: Record<string, string>,
  method: 'PUT' | 'DELETE',
  message: Item | undefined,
  then: () => { text: string; status: string } | undefined,
  acknowledged: Acknowledged,
): Promise<void> {
  if (message === undefined) return;
  acknowledged.delete(message.message_id);
  const url = `${child.http}/en/api/v1/messages/${message.message_id}/${method === 'PUT' ? 'edit' : 'delete'}`;
  const body = method === 'PUT' ? JSON.stringify({ text: then()?.text }) : null;
  try {
    const answer = await fetch(url, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    });
    if (answer.ok) acknowledged.set(message.message_id, then());
  } catch {
    // Killed before it answered: nothing was promised.
  }
}

const ORDER = ['send', 'delivered', 'read'];

function verify(data: string, acknowledged: Acknowledged): void {
  const database = new Database(data, () => {});
  const rows = database.rows<{ id: number; text: string; status: string }>(
    'select id, text, status from messages',
  );
  expect(database.rows('pragma integrity_check')).toMatchObject([{ integrity_check: 'ok' }]);
  database.close();
  const stored = new Map(rows.map((row) => [row.id, row]));
  expect(new Set(rows.map((row) => row.text)).size).toBe(rows.length);
  for (const [id, promised] of acknowledged) {
    const row = stored.get(id);
    expect(row?.text).toBe(promised?.text);
    if (promised && row)
      expect(ORDER.indexOf(row.status)).toBeGreaterThanOrEqual(ORDER.indexOf(promised.status));
  }
}
