import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type RunningServer, serve } from '../../reference-server/server.ts';
import { loadDriver } from '../../suites/kit/driver.ts';
import { type People, readPeople } from '../../suites/kit/people.ts';
import { wishOf } from '../../suites/kit/request.ts';
import { front } from './testing/front.ts';
import { runCheck, troubles } from './testing/run-check.ts';

async function trio(server: RunningServer): Promise<People> {
  const driver = await loadDriver('receipts');
  return readPeople(await server.provision(wishOf(driver, 1)), driver.needs, 'The server');
}

/** Somebody who talks in a room without end, until told to stop. */
async function chatter(
  server: RunningServer,
  { people: [one, other] }: People,
  messages: number,
): Promise<() => void> {
  const headers = { authorization: `Bearer ${one?.token}` };
  const answer = await fetch(
    `${server.http}/en/api/v1/chatrooms/get_or_create_room/?user_id_1=${one?.id}&user_id_2=${other?.id}`,
    { method: 'POST', headers },
  );
  const { room_id }: { room_id?: unknown } = Object(await answer.json());
  const socket = new WebSocket(`${server.ws.replace('http', 'ws')}/ws/chat/${String(room_id)}/`, { headers });
  let sent = 0;
  const say = (): void => {
    if (socket.readyState === WebSocket.OPEN && sent < messages)
      socket.send(JSON.stringify({ message: `idle talk ${sent++}` }));
  };
  await new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      if (String(data).includes('"chat_message"')) say();
      if (sent >= Math.min(messages, 300)) resolve();
    });
    socket.on('open', say);
  });
  return () => socket.terminate();
}

it('judges alike with three static accounts full of old history, while others use the server', {
  timeout: 180_000,
}, async () => {
  const server = await serve('receipts', { onError: () => undefined });
  const people = await trio(server);
  (await chatter(server, people, 300))();
  const stop = await chatter(server, await trio(server), 100_000);
  try {
    for (const seed of ['1', '1']) {
      const ran = await runCheck(['receipts', '--target', server.http, '--seed', seed], { people });
      expect(troubles(ran)).toEqual([]);
      expect(ran.report?.summary.pass).toBeGreaterThan(95);
    }
  } finally {
    stop();
    await server.close();
  }
});

it('asks for people again when their tokens expire during the run', { timeout: 120_000 }, async () => {
  const server = await serve('receipts', { control: true, onError: () => undefined });
  let requests = 0;
  const outside = await front(server, {
    refusesTokens() {
      requests += 1;
      return requests === 150;
    },
  });
  const script = `${process.execPath} -e '
    let text = "";
    process.stdin.on("data", (chunk) => { text += chunk; }).on("end", async () => {
      const answer = await fetch("${server.control?.url}/provision", { method: "POST", headers: { "content-type": "application/json", "x-control-secret": "${server.control?.secret}" }, body: text });
      process.stderr.write(text);
      require("node:fs").appendFileSync(process.env.ASKED, JSON.parse(text).renew ? "renew " : "first ");
      process.stdout.write(await answer.text());
    });'`;
  const asked = join(mkdtempSync(join(tmpdir(), 'chatproof-asked-')), 'asked');
  process.env['ASKED'] = asked;
  try {
    const ran = await runCheck(['receipts', '--target', outside.http, '--provision', script]);
    expect(troubles(ran)).toEqual([]);
    expect(readFileSync(asked, 'utf8')).toMatch(/^first renew/);
  } finally {
    delete process.env['ASKED'];
    await outside.close();
    await server.close();
  }
});

it.each([
  ['exit 3', 3, /^The command `exit 3` ended with exit code 3 instead of printing people\.$/m],
  ['echo nonsense', 4, /^the answer of `echo nonsense` is not JSON/m],
  [`echo '{"people": []}'`, 4, /has 0 people: three is the minimum/],
  [
    `echo '{"people": [{"key": "p1"}, {"key": "p2"}, {"key": "p3"}]}'`,
    4,
    /gives person "p1" no "id", which this dialect needs/,
  ],
])('says what is wrong with people from %j', { timeout: 60_000 }, async (command, code, complaint) => {
  const server = await serve('receipts', { onError: () => undefined });
  try {
    const ran = await runCheck(['receipts', '--target', server.http, '--provision', command]);
    expect(ran.stderr).toMatch(complaint);
    expect(ran.code).toBe(code);
  } finally {
    await server.close();
  }
});
