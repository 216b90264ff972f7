// The reference server with as many people in one room as the first argument says, and its data in a file.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../server.ts';
import { beChild } from './child.ts';

const members = Number(process.argv[2] ?? '2');
const folder = mkdtempSync(join(tmpdir(), 'chatproof-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const server = await serve('receipts', { data: join(folder, 'data.sqlite'), limits: { idleMs: 600_000 } });
const keys = Array.from({ length: members }, (_, i) => `p${i + 1}`);
const { people, groups } = await server.provision({ people: members, groups: [{ members: keys }] });
const room = server.chat.conversations.ofGroup(groups[0]?.key ?? '')?.id;
beChild({
  url: `${server.ws}/ws/chat/${room}/`,
  people: people.map(({ token }) => ({ authorization: `Bearer ${token}` })),
});
