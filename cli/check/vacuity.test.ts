import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Report } from '../../reports/model.ts';
import { dialectNames } from '../../specs/kit/dialect.ts';
import { packageRoot } from '../../specs/kit/root.ts';
import { deadServers } from './testing/dead-servers.ts';

const longest = 60_000;

for (const [what, start] of Object.entries(deadServers)) {
  it.concurrent.each(dialectNames())(
    `says nothing good of a server that ${what}: %s`,
    { timeout: longest * 2 },
    async (dialect) => {
      const server = await start();
      const began = performance.now();
      try {
        const { code, report } = await check(dialect, server.http);
        expect(performance.now() - began).toBeLessThan(longest);
        expect([1, 2, 3]).toContain(code);
        const musts = report.requirements.filter(({ level }) => level === 'must');
        const passed = musts.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id);
        expect(passed.length, passed.join(', ')).toBeLessThanOrEqual(Math.floor(musts.length * 0.02));
      } finally {
        await server.close();
      }
    },
  );
}

async function check(dialect: string, target: string): Promise<{ code: number; report: Report }> {
  const folder = mkdtempSync(join(tmpdir(), 'chatproof-vacuity-'));
  const people = join(folder, 'people.json');
  writeFileSync(people, JSON.stringify(somebody()));
  const words = [
    'dist/cli/main.js',
    'check',
    dialect,
    '--target',
    target,
    '--people',
    people,
    '--format',
    'json',
    '--report',
    folder,
  ];
  const code = await new Promise<number>((resolve) => {
    execFile(process.execPath, words, { cwd: packageRoot() }, (error) =>
      resolve(error === null ? 0 : Number(error.code)),
    );
  });
  const report: Report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  return { code, report };
}

/** Six people with everything that any dialect asks for. */
function somebody(): unknown {
  const keys = Array.from({ length: 24 }, (_, at) => `p${at + 1}`);
  const trios = [0, 3, 6, 9, 12, 15, 18, 21].map((at) => keys.slice(at, at + 3));
  const token = (key: string): string =>
    ['{"alg":"HS256"}', `{"sub":"${key}"}`, 'signature-of-nobody']
      .map((part) => Buffer.from(part).toString('base64url'))
      .join('.');
  return {
    people: keys.map((key, at) => ({
      key,
      id: at + 1,
      username: `somebody${at + 1}`,
      email: `${key}@example.test`,
      phone: String(9_000_000_000 + at),
      token: token(key),
      expired_token: token(`${key} expired`),
    })),
    rooms: trios.flatMap(([a, b, c], at) => [
      { id: at * 3 + 1, members: [a, b] },
      { id: at * 3 + 2, members: [a, c] },
      { id: at * 3 + 3, members: [b, c] },
    ]),
    groups: trios.flatMap(([a, b, c], at) => [
      { key: `all${at}`, members: [a, b, c], admins: [a] },
      { key: `two${at}`, members: [a, b], admins: [a] },
    ]),
  };
}
