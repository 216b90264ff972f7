// Opens a socket the way the target wants it: address, headers, token, subprotocol.
import { WebSocket } from 'ws';
import { deadline } from './patience.ts';
import type { Socket } from './socket.ts';
import { addressOf, credentials, pathOf } from './target.ts';
import type { World } from './world.ts';

export interface Opening {
  who: string;
  channel: string;
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  token: string | undefined;
  /** The person belongs here, so that a refusal of a token that worked earlier means that it has expired. */
  belongs?: true;
}

const biggestFrame = 16 * 1024 * 1024;
const selected = 'sec-websocket-protocol';

type Opened = 'open' | 'over';

export type SocketClass<S extends Socket> = new (
  world: World,
  options: ConstructorParameters<typeof Socket>[1],
) => S;

/** Gives the socket once it is open, refused, lost or out of patience: the caller looks at `isOpen`. */
export async function connect<S extends Socket>(
  world: World,
  kind: SocketClass<S>,
  opening: Opening,
): Promise<S> {
  const { target } = world;
  const carried = credentials(target.auth.ws, opening.token);
  const template = target.paths[opening.channel] ?? world.channel(opening.channel).address;
  const address = addressOf(target.ws, template, opening.params ?? {}, {
    ...opening.query,
    ...carried.query,
  });
  const where = `${pathOf(address)} #${world.nextSocket()}`;
  world.journal.add({
    who: opening.who,
    kind: 'connecting',
    where: world.journal.redact(where),
    what: pathOf(address),
  });
  const asked = performance.now();
  const wire = new WebSocket(address, carried.subprotocols, {
    headers: { ...target.headers.ws, ...carried.headers },
    maxPayload: biggestFrame,
    followRedirects: false,
  });
  const socket = new kind(world, {
    who: opening.who,
    where: world.journal.redact(where),
    channel: opening.channel,
    wire,
  });
  world.sockets.push(socket);
  wire.on('unexpected-response', (request, response) => {
    socket.refuse(response.statusCode ?? 0);
    request.destroy();
  });
  wire.on('upgrade', (response) => {
    socket.subprotocol = response.headers[selected] ?? '';
    socket.tcp = response.socket;
    // A server that selects none of those offered is still talked to, and fails that one requirement: ws would hang up.
    const [first] = carried.subprotocols;
    if (first !== undefined && !carried.subprotocols.includes(socket.subprotocol))
      response.headers[selected] = first;
  });
  const end = await new Promise<Opened>((resolve) => {
    // Not the time-out of ws, which would count the time in which this machine has stalled.
    const stop = deadline(world.patience.for('upgrade'), () => wire.terminate());
    const ends = (how: Opened) => (): void => {
      stop();
      resolve(how);
    };
    wire.once('open', ends('open'));
    for (const how of ['close', 'error', 'unexpected-response'] as const) wire.once(how, ends('over'));
  });
  if (end === 'open') {
    world.patience.measured('upgrade', performance.now() - asked);
    world.journal.add({
      who: opening.who,
      kind: 'open',
      where: socket.where,
      what: socket.subprotocol === '' ? 'open' : `open, subprotocol ${socket.subprotocol}`,
    });
  } else if (socket.closing?.how !== 'refused') world.patience.expired('upgrade');
  return socket;
}
