// Without the suites: a scripted scene on a server of its own, written down as it looks on the wire.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { Provisioned, ProvisionedPerson } from '../control/provision.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { type RunningServer, type ServeOptions, serve } from '../server.ts';
import { answersPing } from './ping.ts';
import { scribe } from './scribe.ts';

export interface Scene {
  /** What it shows, for the name of its test. */
  shows: string;
  /** The areas of requirements that it has most to do with: faults that break those are looked for here first. */
  areas: string[];
  options?: ServeOptions;
  people?: number;
  rooms?: string[][];
  groups?: { members: string[]; admins?: string[] }[];
  act(stage: Stage): Promise<void>;
  /** What follows once the server was stopped and started again on the same data. */
  restarted?(stage: Stage): Promise<void>;
}

export interface Asking {
  token?: string | undefined;
  headers?: Record<string, string>;
  body?: string | FormData | Buffer;
}

export interface Opening {
  protocols?: string[];
  headers?: Record<string, string>;
}

export interface Stage {
  server: RunningServer;
  people: ProvisionedPerson[];
  rooms: number[];
  groups: string[];
  /** Writes down something that was not heard on a socket. */
  tell(who: string, what: string): void;
  /** Asks over HTTP, writes the answer down and gives its body. */
  ask(method: string, path: string, asking?: Asking): Promise<string>;
  /** Opens a socket, whatever comes of it, and writes down what it hears. */
  open(who: string, path: string, opening?: Opening): Promise<WebSocket>;
  /** Sends frames at once: texts and bytes as they are, everything else as JSON. */
  say(socket: WebSocket, ...frames: unknown[]): Promise<void>;
  /** Closes a socket, or loses its connection, and waits until the server knows. */
  leave(socket: WebSocket, how?: 'close' | 'terminate'): Promise<void>;
  /** What a socket has heard so far, as it came. */
  heardBy(socket: WebSocket): string[];
}

const YEARS_S = 20 * 365 * 24 * 60 * 60;
/** Every reading of the clock is this much later than the one before: times are the same in every run. */
const STEP = 1_000_127;
const BEGIN = Date.UTC(2025, 5, 1, 10) * 1000;
const LATER = Date.UTC(2025, 5, 1, 12) * 1000;

/** The scene, line by line: what each of them heard in its order, one after the other. A fault comes anew with a restart. */
export async function play(
  dialect: string,
  scene: Scene,
  fault: () => Promise<Fault | undefined> = async () => undefined,
): Promise<string[]> {
  const { people = 3, rooms = [], groups = [], restarted, options } = scene;
  const folder = restarted && mkdtempSync(join(tmpdir(), 'chatproof-scene-'));
  const data = folder && { data: join(folder, 'chat.sqlite') };
  let made: Provisioned | undefined;
  const notes = scribe();
  try {
    for (const act of restarted === undefined ? [scene.act] : [scene.act, restarted]) {
      const server = await serve(dialect, { onError: () => undefined, ...options, ...data });
      try {
        runByItself(server, made === undefined ? BEGIN : LATER);
        made ??= await server.provision({ people, rooms, groups, lifetime: YEARS_S });
        notes.know(made);
        const broken = await fault();
        if (broken !== undefined) await server.faults.on(broken);
        await act(setUp(server, made, notes.tell));
      } finally {
        await server.close();
      }
    }
    return notes.lines();
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

function runByItself({ chat: { clock, seams } }: RunningServer, begin: number): void {
  let at = begin;
  clock.now = () => {
    at += STEP;
    return seams.clock(at);
  };
  clock.forward = (milliseconds) => {
    at += milliseconds * 1000;
  };
}

function setUp(server: RunningServer, made: Provisioned, tell: Stage['tell']): Stage {
  const sockets: WebSocket[] = [];
  const heard = new Map<WebSocket, string[]>();

  /** Whatever was sent before has come: pings are answered in their turn, the second one after the next commit. */
  const settled = async (): Promise<void> => {
    for (const _round of [1, 2]) {
      const open = sockets.filter(({ readyState }) => readyState === WebSocket.OPEN);
      await Promise.all(open.map(answersPing));
      await new Promise(setImmediate);
    }
  };

  return {
    server,
    tell,
    people: made.people,
    rooms: made.rooms.map(({ id }) => id),
    groups: made.groups.map(({ key }) => key),

    async ask(method, path, { token, headers = {}, body } = {}) {
      const all = { ...(token && { authorization: `Bearer ${token}` }), ...headers };
      const url = path.startsWith('http') ? path : server.http + path;
      const answer = await fetch(url, { method, headers: all, redirect: 'manual', body: body ?? null }).then(
        async (response) => ({
          type: response.headers.get('content-type'),
          status: response.status,
          bytes: Buffer.from(await response.arrayBuffer()),
        }),
        () => ({ type: null, status: 0, bytes: Buffer.alloc(0) }),
      );
      await settled();
      const text = String(answer.bytes);
      const isText = /json|html/.test(answer.type ?? '') || answer.bytes.length === 0;
      const shown = isText ? text : createHash('sha1').update(answer.bytes).digest('hex');
      tell(`${method} ${path}`, `${answer.status} ${answer.type} ${shown}`);
      return text;
    },

    async open(who, path, { protocols = [], headers = {} } = {}) {
      const socket = new WebSocket(server.ws + path, protocols, { headers });
      const own: string[] = [];
      heard.set(socket, own);
      sockets.push(socket);
      socket.on('message', (data, isBinary) => {
        own.push(String(data));
        tell(who, `${isBinary ? 'bytes ' : ''}${String(data)}`);
      });
      socket.on('open', () => tell(who, `is in with "${socket.protocol}"`));
      socket.on('close', (code, reason) => tell(who, `closed ${code} ${String(reason)}`));
      socket.on('unexpected-response', (_request, response) => {
        tell(who, `refused ${response.statusCode}`);
        socket.terminate();
      });
      socket.on('error', (error) => tell(who, `error ${error.message}`));
      await new Promise((resolve) => socket.once('open', resolve).once('close', resolve));
      await settled();
      return socket;
    },

    async say(socket, ...frames) {
      for (const frame of frames) {
        if (socket.readyState !== WebSocket.OPEN) continue;
        socket.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame));
      }
      await settled();
    },

    async leave(socket, how = 'close') {
      if (socket.readyState === WebSocket.CLOSED) return;
      const gone = once(socket, 'close');
      const count = server.chat.hub.connections.length;
      socket[how]();
      await gone;
      for (let turn = 0; turn < 500 && server.chat.hub.connections.length >= count; turn += 1)
        await new Promise(setImmediate);
      await settled();
    },

    heardBy: (socket) => heard.get(socket) ?? [],
  };
}
