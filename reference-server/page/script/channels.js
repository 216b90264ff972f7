// A card for each channel: connect people to it, send each documented frame, see what it answers.
import { asSentBy, freshened, nameOf, them } from './cast.js';
import { byId, h, onSend } from './dom.js';
import { addressFields, following } from './fields.js';
import { connect } from './sockets.js';
import { on, state } from './state.js';

export function drawChannels() {
  byId('channels').append(...state.page.channels.map(channelCard));
}

function channelCard(channel) {
  const { id, summary, address, parameters, query, fromClient, fromServer } = channel;
  const fields = addressFields(address, [
    ...parameters.map((name) => ({ name, in: 'path' })),
    ...query.filter((name) => name !== 'token').map((name) => ({ name, in: 'query' })),
  ]);
  const live = state.people.length > 0;
  const body = [
    h('p', { class: 'soft' }, summary ?? ''),
    live && connectPart(channel, fields),
    fromClient.length > 0 && sendPart(channel, live),
    h('h4', {}, 'The server sends'),
    h('ul', { class: 'messages' }, fromServer.map(shown)),
  ];
  const head = h(
    'summary',
    {},
    h('span', { class: 'method ws' }, 'WS'),
    h('code', {}, address),
    h('b', {}, id),
  );
  return h(
    'details',
    { class: 'card', open: state.page.channels.length < 4 },
    head,
    h('div', { class: 'body' }, body),
  );
}

function connectPart(channel, fields) {
  const self = h('button', {
    type: 'button',
    class: 'main',
    click: () => connect(state.me, channel.id, fields.address()),
  });
  const both = h('button', {
    type: 'button',
    click: () => {
      connect(state.me, channel.id, fields.address());
      const other = state.people.indexOf(them());
      connect(other, channel.id, fields.address(other));
    },
  });
  const sockets = h('ul', { class: 'sockets', 'aria-label': 'Open sockets' });
  on('cast', () => {
    const [mine, theirs] = [nameOf(state.people[state.me]), nameOf(them())];
    self.textContent = `Connect ${mine}`;
    both.textContent = `Connect ${mine} and ${theirs}`;
  });
  on('sockets', () => {
    const open = state.sockets.filter((one) => one.channel === channel.id);
    sockets.replaceChildren(
      ...open.map((one) =>
        h(
          'li',
          { class: `p${one.index}` },
          h('b', {}, one.name),
          h('code', {}, one.path),
          h(
            'button',
            {
              type: 'button',
              class: 'quiet',
              click: one.close,
              'aria-label': `Close the socket of ${one.name}`,
            },
            'Close',
          ),
        ),
      ),
    );
  });
  return [fields.row, h('p', { class: 'acts' }, self, both), sockets];
}

function sendPart(channel, live) {
  const choices = h('select', { 'aria-label': 'Frame' });
  for (const { id, examples } of channel.fromClient) {
    const several = examples.length > 1;
    examples.forEach((_, i) => {
      choices.append(h('option', { value: `${id} ${i}` }, several ? `${id} (${i + 1})` : id));
    });
  }
  const text = h('textarea', {
    rows: '3',
    spellcheck: 'false',
    'aria-label': 'The frame as JSON',
    readonly: !live,
  });
  const says = h('p', { class: 'soft' });
  const chosen = () => {
    const [id, i] = choices.value.split(' ');
    return { id, ...channel.fromClient.find((one) => one.id === id), example: i };
  };
  const { fill, isEdited } = following(text, () => {
    const { id, examples, example, summary } = chosen();
    says.textContent = summary ?? '';
    return JSON.stringify(asSentBy(examples[example], id), null, 2);
  });
  const refill = () => {
    fill();
    text.rows = Math.min(12, text.value.split('\n').length);
  };
  choices.addEventListener('change', refill);
  refill();
  if (!live) return [h('h4', {}, 'A client sends'), h('p', { class: 'acts' }, choices), says, text];
  const mine = () =>
    state.sockets.filter((one) => one.channel === channel.id && one.index === state.me).at(-1);
  const send = h('button', { type: 'button', class: 'main' });
  const act = () => {
    mine()?.send(text.value);
    if (isEdited()) text.value = freshened(text.value, chosen().id);
    else fill();
  };
  const update = () => {
    send.disabled = mine() === undefined;
    const name = nameOf(state.people[state.me]);
    send.textContent = send.disabled ? `${name} is not connected` : `Send as ${name}`;
  };
  send.addEventListener('click', act);
  onSend(text, act);
  on('cast', update);
  on('sockets', update);
  const again = h('button', { type: 'button', class: 'quiet', click: refill }, 'Example again');
  return [h('h4', {}, 'A client sends'), h('p', { class: 'acts' }, choices, send, again), says, text];
}

function shown({ id, summary, examples }) {
  const pre = examples.map((example) => h('pre', {}, JSON.stringify(example, null, 2)));
  return h(
    'li',
    {},
    h('details', {}, h('summary', {}, h('b', {}, id), ' ', h('span', { class: 'soft' }, summary ?? '')), pre),
  );
}
