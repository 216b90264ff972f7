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
/** What `ws` says when it offered subprotocols and the server selected none. */
const selectedNone = /no subprotocol/i;

type Opened = 'open' | 'over' | 'none selected';

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
  const begin = (offer: boolean): S => {
    const headers = { ...target.headers.ws, ...carried.headers };
    const raw =
      carried.subprotocols.length > 0 && !offer
        ? { 'Sec-WebSocket-Protocol': carried.subprotocols.join(', ') }
        : {};
    const wire = new WebSocket(address, offer ? carried.subprotocols : [], {
      headers: { ...headers, ...raw },
      maxPayload: biggestFrame,
      followRedirects: false,
    });
    const socket = new kind(world, {
      who: opening.who,
      where: world.journal.redact(where),
      channel: opening.channel,
      wire,
    });
    wire.on('unexpected-response', (request, response) => {
      socket.refuse(response.statusCode ?? 0);
      request.destroy();
    });
    wire.on('upgrade', (response) => {
      socket.subprotocol = response.headers['sec-websocket-protocol'] ?? '';
      socket.tcp = response.socket;
    });
    world.sockets.push(socket);
    return opened(socket, wire);
  };
  const opened = (socket: S, wire: WebSocket): S => {
    pending.set(
      socket,
      new Promise((resolve) => {
        // Not the time-out of ws, which would count the time in which this machine has stalled.
        const stop = deadline(world.patience.for('upgrade'), () => wire.terminate());
        const end = (how: Opened): void => {
          stop();
          resolve(how);
        };
        wire.once('open', () => end('open'));
        wire.once('close', () => end('over'));
        wire.once('error', (error) => end(selectedNone.test(error.message) ? 'none selected' : 'over'));
        wire.once('unexpected-response', () => end('over'));
      }),
    );
    return socket;
  };
  const pending = new WeakMap<S, Promise<Opened>>();
  world.journal.add({
    who: opening.who,
    kind: 'connecting',
    where: world.journal.redact(where),
    what: pathOf(address),
  });
  const asked = performance.now();
  let socket = begin(carried.subprotocols.length > 0 && !world.run.selectsNoSubprotocol);
  let end = await pending.get(socket);
  if (end === 'none selected') {
    // The server took the connection but selected nothing: it is still talked to, and fails that one requirement.
    world.run.selectsNoSubprotocol = true;
    socket = begin(false);
    end = await pending.get(socket);
  }
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
