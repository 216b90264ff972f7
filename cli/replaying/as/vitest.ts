// A test for Vitest that needs nothing else but the package ws.
import type { Form } from '../forms.ts';
import { claimOf, heading, runtime, statements } from '../script.ts';

const how = 'TARGET=http://127.0.0.1:8000 PEOPLE=people.json npx vitest run this.test.mjs';

const before = `import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';

const target = process.env.TARGET ?? 'http://127.0.0.1:8000';
const ws = process.env.WS ?? target.replace(/^http/, 'ws');
const given = JSON.parse(readFileSync(process.env.PEOPLE ?? 'people.json', 'utf8'));
const patience = Number(process.env.PATIENCE ?? 1000);
${runtime}
async function open(name, who, path, { headers, protocols }) {
  const wire = new WebSocket(ws + fill(path), fill(protocols), { headers: fill(headers) });
  sockets[name] = { wire, who, frames: [] };
  asks(who);
  wire.on('message', (text) => note(who, name, text.toString()));
  await new Promise((resolve) => wire.once('open', resolve).once('error', resolve));
}

function send(name, frame) {
  asks(sockets[name].who);
  sockets[name].wire.send(JSON.stringify(fill(frame)));
}

const close = (name) => sockets[name].wire.close();

async function request(who, method, path, headers, body) {
  asks(who);
  const init = body === undefined ? {} : { body: JSON.stringify(fill(body)) };
  const answer = await fetch(target + fill(path), {
    method,
    headers: { ...fill(headers), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...init,
  });
  answers[who] = answer.status;
  note(who, undefined, await answer.text());
}

/** Waits for a number of frames, but not for ever: what is missing is what the test is about. */
async function hear(name, frames) {
  const until = Date.now() + patience;
  while (sockets[name].frames.length < frames && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 5));
}
`;

export const form: Form = {
  print: (example, trace) => `${heading(example, how)}
${before}
it(${JSON.stringify(trace.title)}, { timeout: 60_000 }, async () => {
${statements(trace.lines)
  .map((line) => `  ${line}`)
  .join('\n')}
  const { right, seen } = judged(${claimOf(trace)});
  for (const { wire } of Object.values(sockets)) wire.terminate();
  expect(right, ${JSON.stringify(`${example.expected}; seen: `)} + seen).toBe(true);
});
`,
};
