// The people's sockets. The server dials for the page, which can't set headers and isn't told of refusals.
import { nameOf } from './cast.js';
import { changed, state } from './state.js';
import { note } from './wire.js';

export function connect(index, channel, path) {
  const person = state.people[index];
  const name = nameOf(person);
  const relay = new WebSocket(`${location.origin.replace('http', 'ws')}/_control/relay`);
  const said = (kind, text, head) => note({ index, name, kind, where: path, text, head });
  const socket = {
    index,
    name,
    channel,
    path,
    send(text) {
      said('sent', text);
      relay.send(text);
    },
    close: () => relay.close(1000),
  };
  const happened = {
    open: ({ protocol }) => {
      state.sockets.push(socket);
      said('open', '', `connected to ${path}${protocol === '' ? '' : `, subprotocol ${protocol}`}`);
    },
    heard: ({ text }) => said('heard', text),
    binary: ({ bytes }) => said('heard', '', `${bytes} bytes, binary`),
    refused: ({ status, body }) => said('refused', body, `refused with ${status}`),
    failed: ({ says }) => state.sockets.includes(socket) || said('refused', '', says),
    closed: ({ code, reason }) => {
      if (!state.sockets.includes(socket)) return;
      state.sockets = state.sockets.filter((one) => one !== socket);
      said('closed', '', `closed with ${code}${reason === '' ? '' : ` (${reason})`}`);
    },
  };
  relay.addEventListener('open', () => relay.send(JSON.stringify(dial(person, path))));
  relay.addEventListener('message', ({ data }) => {
    const event = JSON.parse(data);
    happened[event.kind]?.(event);
    if (event.kind !== 'heard') changed('sockets');
  });
  relay.addEventListener('close', ({ code, reason }) => {
    happened.closed({ code, reason });
    changed('sockets');
  });
}

function dial({ token }, path) {
  const { socketToken } = state.page.tryOut;
  const dialled = { secret: state.secret, path, protocols: [], headers: {} };
  if (socketToken === 'header') dialled.headers.authorization = `Bearer ${token}`;
  if (socketToken === 'subprotocol') dialled.protocols = ['Bearer', token];
  if (socketToken === 'query')
    dialled.path += `${path.includes('?') ? '&' : '?'}token=${encodeURIComponent(token)}`;
  return dialled;
}
