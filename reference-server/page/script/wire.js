// Everything that went over the wire, in the order in which the page saw it.
import { byId, h } from './dom.js';
import { changed, state } from './state.js';

const MOST = 400;
const LONGEST = 20_000;
const SIGNS = { sent: '→', heard: '←', request: '→', answer: '←', open: '○', closed: '●', refused: '✗' };
const WORDS = { sent: 'sent', heard: 'heard', request: 'asked', answer: 'was answered' };

/** A line of the log: `head` before the frame or body, `where` with it once it is unfolded. */
export function note({ index, name, kind, where, head = '', text = '' }) {
  const wire = byId('wire');
  const wasAtEnd = wire.scrollHeight - wire.scrollTop - wire.clientHeight < 40;
  const value = parsed(text);
  if (kind === 'heard' || kind === 'answer') {
    learn(value);
    changed('seen');
  }
  const oneLine = value === undefined ? text.replace(/\s+/g, ' ') : JSON.stringify(value);
  const line = [head, oneLine].filter((one) => one !== '').join('  ');
  const full = value === undefined ? text : JSON.stringify(value, null, 2);
  const now = clock();
  const summary = h(
    'summary',
    {},
    h('time', {}, now),
    h('b', {}, name),
    h('i', { 'aria-hidden': 'true' }, SIGNS[kind]),
    h('span', { class: 'hide' }, WORDS[kind] ?? kind),
    h('code', {}, line.slice(0, 400)),
  );
  const body = [h('p', {}, [where, head].join('  ')), full !== '' && h('pre', {}, full.slice(0, LONGEST))];
  const row = h('li', { class: `${kind} p${index}` }, h('details', {}, summary, body));
  row.dataset.text = [now, name, SIGNS[kind], where, line].join(' ');
  wire.append(row);
  while (wire.childElementCount > MOST) wire.firstElementChild.remove();
  if (wasAtEnd) wire.scrollTop = wire.scrollHeight;
}

export function startWire() {
  byId('clear').addEventListener('click', () => byId('wire').replaceChildren());
  byId('copy').addEventListener('click', async ({ target }) => {
    const lines = [...byId('wire').children].map((row) => row.dataset.text);
    const done = await navigator.clipboard?.writeText(lines.join('\n')).then(
      () => true,
      () => false,
    );
    target.textContent = done ? 'Copied' : 'The browser forbids it';
    setTimeout(() => {
      target.textContent = 'Copy';
    }, 1_500);
  });
}

/** Remembers plain values by their names, and by tag and name, so that the next frame or call can use them. */
function learn(value) {
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) learn(inner);
  if (Array.isArray(value)) return;
  const tag = value.type ?? value.action ?? value.command;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'object') continue;
    state.seen.set(name, inner);
    state.seen.set(`${tag}.${name}`, inner);
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function clock() {
  const now = new Date();
  const two = (number, digits = 2) => String(number).padStart(digits, '0');
  return `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}.${two(now.getMilliseconds(), 3)}`;
}
