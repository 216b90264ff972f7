// A session in the receipts dialect with something of everything, written down so that two of them can be compared.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ProvisionedPerson } from '../control/provision.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { serve } from '../server.ts';
import { answersPing } from './ping.ts';

const TEXTS = [
  'plain',
  'plain',
  '0070.50',
  'see :) at https://example.test/?a=1',
  '  spaces  inside \t and\r\naround \n',
  '<b>bold</b> &amp; "quoted" \'single\' \\n %00 $' + '{x} {{y}}',
  'e\u0301 \u00e9 👩🏽‍🚀 שלום \u202Eabc\u202C 日本語 zero\u200bwidth \u0001\u007f \ue000',
  'x'.repeat(10_000),
];

/** Every answer and frame, with ids, times and names as they come in each run left out. */
export async function session(fault?: Fault): Promise<string[]> {
  const server = await serve('receipts', { onError: () => undefined });
  const { people } = await server.provision({ people: 3 });
  const [alice, bob, carol] = people;
  if (!alice || !bob || !carol) throw new Error('Provisioning gave too few people.');
  if (fault !== undefined) await server.faults.on(fault);
  const lines: string[] = [];
  const told = teller(people, lines);
  const sockets: WebSocket[] = [];

  const ask = async (method: string, path: string, token?: string, body?: string) => {
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const answer = await fetch(`${server.http}/en/api/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    }).then(
      async (response) => ({ status: response.status, text: await response.text() }),
      () => ({ status: 0, text: '' }),
    );
    told(`${method} ${path.split('?')[0]}`, `${answer.status} ${answer.text}`);
    return answer.text;
  };
  const room = async (one: ProvisionedPerson, other: ProvisionedPerson, token = one.token) => {
    const text = await ask(
      'POST',
      `/chatrooms/get_or_create_room/?user_id_1=${one.id}&user_id_2=${other.id}`,
      token,
    );
    return Number(/\d+/.exec(text)?.[0] ?? 0);
  };
  const open = async (who: string, id: number, token?: string) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const socket = new WebSocket(`${server.ws}/ws/chat/${id}/`, { headers });
    sockets.push(socket);
    socket.on('message', (data) => told(who, String(data)));
    socket.on('close', (code) => told(who, `closed ${code}`));
    socket.on('unexpected-response', (_request, response) => told(who, `refused ${response.statusCode}`));
    socket.on('error', () => undefined);
    await Promise.race([
      once(socket, 'open'),
      new Promise((resolve) => socket.once('close', resolve).once('unexpected-response', resolve)),
    ]).catch(() => undefined);
    await settled();
    return socket;
  };
  /** Whatever was sent before has come: a server answers pings in their turn. */
  const settled = async () => {
    const listening = sockets.filter(({ readyState }) => readyState === WebSocket.OPEN);
    await Promise.all(listening.map(answersPing));
  };
  const say = async (socket: WebSocket, ...frames: (string | Buffer)[]) => {
    for (const frame of frames) if (socket.readyState === WebSocket.OPEN) socket.send(frame);
    await settled();
  };
  const text = (message: string, more = {}) => JSON.stringify({ message, ...more });

  const ours = await room(alice, bob);
  await room(bob, alice);
  const others = await room(alice, carol);
  const a = await open('alice', ours, alice.token);
  await say(a, text('to nobody'));
  const b = await open('bob', ours, bob.token);
  const c = await open('carol', others, carol.token);
  const elsewhere = await open('alice elsewhere', others, alice.token);
  const second = await open('bob again', ours, bob.token);
  for (const one of TEXTS) await say(a, text(one));
  await say(a, text('one'), text('two'), text('three'));
  await say(b, text('from bob', { sender_id: alice.id, from_user: 'x' }));
  const newestIds = (count: number) => {
    const sql = 'select id from messages order by id desc limit ?';
    return server.chat.store.database.rows<{ id: number }>(sql, count).map(({ id }) => id);
  };
  const [last = 0, target = 0, third = 0] = newestIds(3);
  const edit = (id: unknown, token?: string, body = '{"text":" <b>e\u0301</b> 🧪 "}') =>
    ask('PUT', `/messages/${id}/edit`, token, body).then(settled);
  const remove = (id: unknown, token?: string) =>
    ask('DELETE', `/messages/${id}/delete`, token).then(settled);
  await edit(target, alice.token);
  await open('bob looks first', ours, bob.token);
  await edit(target, alice.token, '{"text":"again"}');
  for (const token of [
    undefined,
    'garbage',
    alice.expired_token,
    altered(alice.token),
    unsigned(alice.token),
    bob.token,
    carol.token,
  ])
    await edit(target, token);
  await edit(target, bob.token, JSON.stringify({ text: 'as alice', sender_id: alice.id }));
  for (const token of [undefined, alice.expired_token, bob.token, carol.token]) await remove(target, token);
  for (const body of ['{"text": ', '[]', '{}', '{"text":7}']) await edit(target, alice.token, body);
  await edit(2_000_000_011, alice.token);
  await remove(2_000_000_011, alice.token);
  await open('bob looks', ours, bob.token);
  await open('alice looks', ours, alice.token);
  await remove(third, alice.token);
  await remove(third, alice.token);
  await edit(third, alice.token);
  await open('bob looks again', ours, bob.token);
  await remove(last, bob.token);
  for (let time = 1; time <= 3; time += 1) await say(a, text('the same words'));
  const [same = 0, alike = 0] = newestIds(2);
  await edit(same, alice.token, '{"text":"other words"}');
  await open('bob compares', ours, bob.token);
  await remove(alike, alice.token);
  await open('bob compares again', ours, bob.token);
  await room(alice, bob, undefined);
  await ask('POST', '/chatrooms/get_or_create_room/?user_id_1=abc', alice.token);
  await ask('POST', `/chatrooms/get_or_create_room/?user_id_1=${alice.id}&user_id_2=2000000011`, alice.token);
  for (const token of [
    undefined,
    'garbage',
    alice.expired_token,
    altered(alice.token),
    unsigned(alice.token),
  ])
    await open('somebody', ours, token);
  await open('nowhere', 2_000_000_011, alice.token);
  await say(await open('carol intrudes', ours, carol.token), text('let me in'));
  if (second.readyState === WebSocket.OPEN) second.close();
  if (second.readyState === WebSocket.CLOSING) await once(second, 'close');
  await say(a, text('one socket less'));
  for (const frame of ['not json', Buffer.from([1, 2, 3]), '{"unknown":true}', text('x'.repeat(600_000))])
    await say(b, frame);
  await say(a, text('after poison'));
  const leaving = sockets.filter((socket) => ![a, c, elsewhere].includes(socket));
  for (const socket of leaving) socket.terminate();
  const isThere = () => server.chat.hub.connections.some(({ me }) => me.id === bob.id);
  for (let tries = 0; tries < 2_000 && isThere(); tries += 1) await new Promise(setImmediate);
  await say(a, text('to nobody again'));
  await open('alice again', ours, alice.token);
  await say(a, text('to nobody from two windows'));
  await say(a, ...Array.from({ length: 55 }, (_, number) => text(`many ${number}`)));
  await open('bob at last', ours, bob.token);
  await open('alice at last', ours, alice.token);
  await server.close();
  return lines.toSorted((one, other) => (one < other ? -1 : 1));
}

function teller(people: readonly ProvisionedPerson[], lines: string[]): (who: string, what: string) => void {
  const names = ['alice', 'bob', 'carol'];
  const counts = new Map<string, number>();
  return (who, what) => {
    let clean = what;
    for (const [at, { username, email }] of people.entries())
      clean = clean.replaceAll(email, `${names[at]}@`).replaceAll(username, names[at] ?? '');
    clean = clean.replace(/"created_at":"([^"]*)","updated_at":"([^"]*)"/g, (pair, created, updated) =>
      created === updated ? `${pair},"changed":false` : `${pair},"changed":true`,
    );
    const now = Date.now();
    clean = clean.replace(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)?/g, (time) => {
      const hours = Math.round(
        (Date.parse(time.endsWith('Z') || time.includes('+') ? time : `${time}Z`) - now) / 3_600_000,
      );
      return `<${hours} h${time.replace(/\d/g, '0').slice(10)}>`;
    });
    // The order within what one of them hears counts, the order between two of them does not.
    const count = (counts.get(who) ?? 0) + 1;
    counts.set(who, count);
    lines.push(`${who} ${String(count).padStart(4, '0')}: ${clean}`);
  };
}

function altered(token: string): string {
  const [head, claims, signature = ''] = token.split('.');
  return `${head}.${claims}.${[...signature].reverse().join('')}`;
}

function unsigned(token: string): string {
  const head = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
  return `${head}.${token.split('.')[1]}.`;
}
