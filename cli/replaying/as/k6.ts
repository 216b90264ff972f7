// A script that k6 runs: one virtual user, once.
import type { Form } from '../forms.ts';
import { claimOf, heading, runtime, statements } from '../script.ts';

const how = 'k6 run -e TARGET=http://127.0.0.1:8000 -e PEOPLE=$PWD/people.json this.js';

const before = `import http from 'k6/http';
import { check, fail } from 'k6';
import { setTimeout } from 'k6/timers';
import { WebSocket } from 'k6/websockets';

export const options = { vus: 1, iterations: 1, thresholds: { checks: ['rate==1'] } };

const target = __ENV.TARGET || 'http://127.0.0.1:8000';
const ws = __ENV.WS || target.replace(/^http/, 'ws');
const given = JSON.parse(open(__ENV.PEOPLE || './people.json'));
const patience = Number(__ENV.PATIENCE || 1000);
${runtime}
function connect(name, who, path, { headers, protocols }) {
  const wire = new WebSocket(ws + fill(path), fill(protocols), { headers: fill(headers) });
  sockets[name] = { wire, who, frames: [] };
  asks(who);
  wire.onmessage = ({ data }) => note(who, name, data);
  return new Promise((resolve) => {
    wire.onopen = resolve;
    wire.onerror = resolve;
  });
}

function send(name, frame) {
  asks(sockets[name].who);
  sockets[name].wire.send(JSON.stringify(fill(frame)));
}

const close = (name) => sockets[name].wire.close();

async function request(who, method, path, headers, body) {
  asks(who);
  const sent = body === undefined ? null : JSON.stringify(fill(body));
  const more = body === undefined ? {} : { 'content-type': 'application/json' };
  const answer = await http.asyncRequest(method, target + fill(path), sent, {
    headers: { ...fill(headers), ...more },
  });
  answers[who] = answer.status;
  note(who, undefined, answer.body ?? '');
}

/** Waits for a number of frames, but not for ever: what is missing is what the script is about. */
async function hear(name, frames) {
  const until = Date.now() + patience;
  while (sockets[name].frames.length < frames && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 5));
}
`;

export const form: Form = {
  print: (example, trace) => `${heading(example, how)}
${before}
export default async function () {
${statements(trace.lines)
  .map((line) => `  ${line.replace(/^await open\(/, 'await connect(')}`)
  .join('\n')}
  const { right, seen } = judged(${claimOf(trace)});
  for (const { wire } of Object.values(sockets)) wire.close();
  if (!check(right, { ${JSON.stringify(example.expected)}: (is) => is })) fail('seen: ' + seen);
}
`,
};
