// A world for tests of the kit: the knitting dialect against a server that does what the test says.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { knitting } from '../../../specs/kit/testing/knitting.ts';
import { plainContext, type RunContext } from '../context.ts';
import { startJournal } from '../journal.ts';
import { startLedger } from '../passive.ts';
import { type Patience, patienceOf } from '../patience.ts';
import { Socket } from '../socket.ts';
import type { Target } from '../target.ts';
import { textsOf } from '../text.ts';
import { openWorld, type World } from '../world.ts';

export interface Server {
  http: string;
  ws: string;
}

/** A server on a port of its own; it is closed after the test. */
export async function tinyServer(behaviour: {
  answer?: (request: IncomingMessage, response: ServerResponse) => void;
  connected?: (socket: WebSocket, request: IncomingMessage) => void;
  /** The status with which every upgrade is refused. */
  refuses?: number;
}): Promise<Server> {
  const server = createServer(behaviour.answer ?? ((_request, response) => response.end()));
  const sockets = new WebSocketServer({
    server,
    ...(behaviour.refuses !== undefined && {
      verifyClient: (_info: unknown, done: (letIn: boolean, status: number) => void) =>
        done(false, behaviour.refuses ?? 403),
    }),
  });
  sockets.on('connection', behaviour.connected ?? (() => undefined));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { http: `http://127.0.0.1:${port}`, ws: `ws://127.0.0.1:${port}` };
}

export function targetAt({ http, ws }: Server): Target {
  return {
    http,
    ws,
    paths: {},
    headers: { http: {}, ws: {} },
    auth: { http: bearer, ws: bearer },
    accepts: [],
    lacks: [],
    offers: [],
  };
}

const bearer = { in: 'header', name: 'Authorization', value: 'Bearer {token}' } as const;

export function contextAt(server: Server, more: Partial<RunContext> = {}): RunContext {
  return plainContext({
    dialect: 'knitting',
    target: targetAt(server),
    people: { people: [], rooms: [], groups: [], disposable: [] },
    source: { kind: 'file', file: '/nowhere' },
    ...more,
  });
}

export function worldAt(
  server: Server,
  more: { patience?: Patience; secrets?: Map<string, string> } = {},
): World {
  return openWorld({
    context: contextAt(server),
    restart: undefined,
    dialect: knitting,
    target: targetAt(server),
    patience: more.patience ?? patienceOf(0.05),
    journal: startJournal(more.secrets ?? new Map()),
    ledger: startLedger(() => false),
    run: { tokensThatWorked: new Set(), missing: new Set(), repeated: 0 },
    people: [{ key: 'p1', token: 'token-of-alice' }],
    text: textsOf(1, 'a test'),
  });
}

/** Alice's socket in basket 7. */
export function basketOf(world: World, token: string | undefined = 'token-of-alice'): Promise<Socket> {
  return world.open(Socket, { who: 'alice', channel: 'basket', params: { id: 7 }, token });
}
