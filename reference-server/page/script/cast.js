// The people, and what stands in for the values of the examples when one of them speaks.
import { control, tried } from './control.js';
import { byId, h, show } from './dom.js';
import { changed, on, remember, state } from './state.js';

const REQUEST = {
  people: 3,
  rooms: [
    ['p1', 'p2'],
    ['p1', 'p3'],
    ['p2', 'p3'],
  ],
  groups: [{ members: ['p1', 'p2', 'p3'], admins: ['p1'] }],
};

export async function gather() {
  const kept = remember('cast');
  // People are of one run of the server: in memory, the next one does not know them.
  if (kept?.started === state.page.started) Object.assign(state, kept.cast);
  else await renew();
  show('people');
  byId('new-people').addEventListener('click', () => tried(renew));
  document.addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey }) => {
    if (target.closest('input, textarea, select') && target.type !== 'radio') return;
    if (ctrlKey || metaKey || altKey || !state.people[Number(key) - 1]) return;
    be(Number(key) - 1);
  });
  on('cast', drawCast);
  changed('cast');
}

async function renew() {
  const cast = await control('POST', '/provision', REQUEST);
  for (const socket of state.sockets) socket.close();
  Object.assign(state, cast, { me: 0 });
  remember('cast', { started: state.page.started, cast });
  changed('cast');
}

function be(index) {
  state.me = index;
  changed('cast');
}

export const me = () => state.people[state.me];

/** The one you talk to: bob for alice, alice for everybody else. */
export const them = (index = state.me) => state.people[index === 0 ? 1 : 0];

export const nameOf = (person) => person.username.split('.')[0].toLowerCase();

function drawCast() {
  const choices = state.people.map((person, index) =>
    h(
      'label',
      { class: `person p${index}` },
      h('input', {
        type: 'radio',
        name: 'me',
        value: String(index),
        checked: index === state.me,
        change: () => be(index),
      }),
      h('span', {}, nameOf(person)),
    ),
  );
  const hadFocus = byId('cast').contains(document.activeElement);
  byId('cast').replaceChildren(h('legend', { class: 'hide' }, 'You are'), ...choices);
  if (hadFocus) byId('cast').querySelector(':checked').focus();
  const { id, username, email, phone } = me();
  byId('me').replaceChildren(
    `You talk to ${nameOf(them())} and are `,
    ...[username, `id ${id}`, email, phone].flatMap((one, i) => [i > 0 ? ' · ' : '', h('code', {}, one)]),
  );
}

/** A value for a parameter or field, of the type that the example has. */
export function standIn(name, example, message, index = state.me) {
  const found = ruled(ruleFor(name, message) ?? `seen ${name}`, index);
  if (found === undefined) return example;
  return typeof example === 'string' ? String(found) : found;
}

/** An example frame or body as this person would send it. */
export function asSentBy(example, message) {
  return mapped(example, (name, value) => {
    const isKnown = ruleFor(name, message) !== undefined || name.endsWith('_id');
    return isKnown && typeof value !== 'object' ? standIn(name, value, message) : value;
  });
}

/** What somebody edited, with the time of now where the dialect wants one. */
export function freshened(text, message) {
  try {
    const frame = mapped(JSON.parse(text), (name, value) =>
      ruleFor(name, message) === 'now' ? standIn(name, value, message) : value,
    );
    return JSON.stringify(frame, null, 2);
  } catch {
    return text; // Not JSON: it is sent like this, to see what the server makes of it.
  }
}

function mapped(frame, change) {
  if (typeof frame !== 'object' || frame === null || Array.isArray(frame)) return frame;
  return Object.fromEntries(Object.entries(frame).map(([name, value]) => [name, change(name, value)]));
}

function ruleFor(name, message) {
  const { values } = state.page.tryOut;
  return values[`${message}.${name}`] ?? values[name];
}

function ruled(rule, index) {
  const [whose, what] = rule.split(' ');
  const [self, other] = [state.people[index], them(index)];
  if (whose === 'my') return self?.[what];
  if (whose === 'their') return other?.[what];
  if (whose === 'seen') return state.seen.get(what);
  if (whose === 'now') return new Date().toISOString().slice(0, -1).replace('T', ' ');
  if (whose === 'group') return state.groups[0]?.key;
  const isOurs = ({ members }) => members.includes(self?.key) && members.includes(other?.key);
  return whose === 'room' ? state.rooms.find(isOurs)?.id : undefined;
}
