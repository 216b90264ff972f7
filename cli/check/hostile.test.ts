import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, relative } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, it } from 'vitest';
import { serve } from '../../reference-server/server.ts';
import { packageRoot } from '../../specs/kit/root.ts';
import { loadDriver } from '../../suites/kit/driver.ts';
import { wishOf } from '../../suites/kit/request.ts';
import { front } from './testing/front.ts';
import { harms, hostile } from './testing/hostile-servers.ts';
import { type Ran, runCheck } from './testing/run-check.ts';

const ajv = new Ajv2020({ allowUnionTypes: true });
formats.default(ajv);
const isReport = ajv.compile(
  JSON.parse(readFileSync(join(packageRoot(), 'reports/report.schema.json'), 'utf8')),
);

const token = (key: string): string =>
  ['{"alg":"HS256"}', `{"sub":"${key}"}`, `secret-signature-of-${key}`]
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
const people = {
  people: Array.from({ length: 48 }, (_, at) => at + 1).map((id) => ({
    key: `p${id}`,
    id,
    email: `p${id}@example.test`,
    token: token(`p${id}`),
    expired_token: token(`expired ${id}`),
  })),
};

/** Whatever the target did: a complete, valid report, an exit code that is not green, and no token anywhere. */
function expectWholeReport(ran: Ran, secrets: readonly string[]): void {
  expect([1, 2, 3], ran.stderr).toContain(ran.code);
  expect(isReport(ran.report), JSON.stringify(isReport.errors)).toBe(true);
  expect(ran.report?.requirements.length).toBeGreaterThan(90);
  // A journal or a counterexample may lie in a folder beside the report.
  const files = readdirSync(ran.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !['people.json', 'config.yaml'].includes(entry.name))
    .map((entry) => relative(ran.folder, join(entry.parentPath, entry.name)));
  expect(files).toEqual(expect.arrayContaining(['report.html', 'report.json', 'report.md', 'junit.xml']));
  for (const text of [
    ran.stdout,
    ran.stderr,
    ...files.map((file) => readFileSync(join(ran.folder, file), 'utf8')),
  ]) {
    for (const secret of secrets) expect(text.includes(secret)).toBe(false);
  }
}

for (const [what, harm] of Object.entries(harms)) {
  it(`survives a server that ${what}`, { timeout: 120_000 }, async () => {
    const server = await hostile(harm);
    try {
      const ran = await runCheck(
        ['receipts', '--target', server.http, '--patience', '0.2', '--concurrency', '16'],
        { people },
      );
      expectWholeReport(
        ran,
        people.people.flatMap((one) => [one.token, one.expired_token]),
      );
      const html = readFileSync(join(ran.folder, 'report.html'), 'utf8');
      expect(html).not.toContain('<script>window.harmed');
    } finally {
      await server.close();
    }
  });
}

it('follows no redirect to another host', { timeout: 120_000 }, async () => {
  const visits: string[] = [];
  const elsewhere = createServer((request, response) => {
    visits.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    response.end();
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const address = elsewhere.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const server = await hostile({
    answer: (_request, response) =>
      void response.writeHead(307, { location: `http://localhost:${port}/catch` }).end(),
  });
  try {
    const ran = await runCheck(
      ['receipts', '--target', server.http, '--patience', '0.2', '--concurrency', '16'],
      { people },
    );
    expectWholeReport(
      ran,
      people.people.map((one) => one.token),
    );
    expect(visits).toEqual([]);
  } finally {
    await server.close();
    elsewhere.close();
  }
});

it('reports on a server that dies half-way', { timeout: 120_000 }, async () => {
  const server = await serve('receipts', { onError: () => undefined });
  let requests = 0;
  const dying = await front(server, {
    refusesTokens() {
      requests += 1;
      if (requests === 120) void dying.close();
      return false;
    },
  });
  try {
    const lent = await server.provision(wishOf(await loadDriver('receipts'), 4));
    const ran = await runCheck(
      ['receipts', '--target', dying.http, '--patience', '0.25', '--concurrency', '4'],
      { people: lent },
    );
    expectWholeReport(
      ran,
      lent.people.map((one) => one.token),
    );
  } finally {
    await server.close();
  }
});
