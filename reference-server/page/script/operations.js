// A card for each endpoint: its parameters, its body, and a call as one of the people.
import { bodyPart } from './bodies.js';
import { me, nameOf } from './cast.js';
import { byId, h, onSend } from './dom.js';
import { addressFields } from './fields.js';
import { on, state } from './state.js';
import { note } from './wire.js';

export function drawOperations() {
  byId('operations').append(...state.page.operations.map(operationCard));
}

function operationCard(operation) {
  const { id, method, path, summary, secured, parameters, answers } = operation;
  const live = state.people.length > 0;
  const open = parameters.length === 0 ? (state.page.tryOut.alsoTakes ?? []) : [];
  const fields = addressFields(path, [...parameters, ...open.map((name) => ({ name, in: 'query' }))]);
  const body = bodyPart(operation);
  const outcome = h('output', { class: 'outcome' });
  const act = h('button', { type: 'button', class: 'main' });
  const call = () => send(operation, fields.address(), body.content(), outcome);
  act.addEventListener('click', call);
  const page = h('a', { target: '_blank', rel: 'noopener', href: path }, 'Open in a tab');
  page.addEventListener('click', () => {
    page.href = fields.address();
  });
  on('cast', () => {
    act.textContent = `Call as ${nameOf(me())}`;
  });
  const inside = h(
    'div',
    { class: 'body' },
    h('p', { class: 'soft' }, [summary ?? '', secured ? 'Needs a token.' : ''].join(' ')),
    fields.row,
    body.node,
    h('p', { class: 'acts' }, live && act, method === 'GET' && !secured && page, outcome),
    h('p', { class: 'soft' }, `Documented answers: ${answers.map(({ status }) => status).join(', ')}`),
  );
  if (live) onSend(inside, call);
  const head = h(
    'summary',
    {},
    h('span', { class: `method ${method.toLowerCase()}` }, method),
    h('code', {}, path),
    h('b', {}, id),
  );
  return h('details', { class: 'card' }, head, inside);
}

async function send({ method }, address, { body, headers, shown }, outcome) {
  const person = me();
  const said = (kind, head, text) =>
    note({
      index: state.me,
      name: nameOf(person),
      kind,
      where: kind === 'request' ? '' : `${method} ${address}`,
      head,
      text,
    });
  said('request', `${method} ${address}`, shown);
  const from = performance.now();
  try {
    const answer = await fetch(address, {
      method,
      headers: { authorization: `Bearer ${person.token}`, ...headers },
      body,
    });
    const text = await answer.text();
    outcome.textContent = `${answer.status} after ${Math.round(performance.now() - from)} ms`;
    outcome.className = `outcome ${answer.ok ? 'good' : 'bad'}`;
    said('answer', outcome.textContent, text);
  } catch {
    outcome.textContent = 'no answer';
    outcome.className = 'outcome bad';
    said('refused', outcome.textContent, '');
  }
}
