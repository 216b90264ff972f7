// Sockets for the page at "/": a browser can't set the headers of an upgrade, so the server dials itself for it.
import type { FastifyInstance } from 'fastify';
import { type RawData, WebSocket } from 'ws';
import type { Chat } from '../chat.ts';
import { isSame } from '../control/control.ts';

/** The page's first frame; every later one goes to the other end as it is. */
interface Dial {
  secret: string;
  path: string;
  protocols: string[];
  headers: Record<string, string>;
}

export function mountRelay(app: FastifyInstance, chat: Chat, secret: string): void {
  app.get('/_control/relay', { websocket: true }, (page, request) => {
    const { localAddress = '127.0.0.1', localPort = 0 } = request.raw.socket;
    const host = localAddress.includes(':') ? `[${localAddress}]` : localAddress;
    page.once('message', (data) => {
      const dial = dialFrom(data);
      const other =
        dial && isSame(dial.secret, secret) ? dialled(`ws://${host}:${localPort}`, dial, chat) : undefined;
      if (other === undefined) page.close(1008, 'This is not how a page with the secret dials.');
      else join(page, other);
    });
  });
}

function dialled(
  origin: string,
  { path, protocols, headers }: Dial,
  { limits }: Chat,
): WebSocket | undefined {
  try {
    return new WebSocket(origin + path, protocols, {
      headers,
      maxPayload: limits.frameBytes,
      perMessageDeflate: false,
    });
  } catch {
    return undefined; // A subprotocol that is no token, or there twice.
  }
}

function join(page: WebSocket, other: WebSocket): void {
  const tell = (event: object) => page.send(JSON.stringify(event));
  other.on('open', () => tell({ kind: 'open', protocol: other.protocol }));
  other.on('message', (data, isBinary) => {
    const isBytes = isBinary && Buffer.isBuffer(data);
    tell(isBytes ? { kind: 'binary', bytes: data.length } : { kind: 'heard', text: data.toString() });
  });
  other.on('unexpected-response', (_request, response) => {
    let body = '';
    response.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    response.on('end', () => {
      tell({ kind: 'refused', status: response.statusCode, body });
      page.close(1000);
    });
  });
  other.on('error', (error) => tell({ kind: 'failed', says: error.message }));
  other.on('close', (code, reason) => {
    tell({ kind: 'closed', code, reason: reason.toString() });
    page.close(1000);
  });
  page.on('message', (data, isBinary) => {
    if (other.readyState === WebSocket.OPEN) other.send(data, { binary: isBinary });
  });
  page.on('close', () => {
    if (other.readyState === WebSocket.OPEN) other.close(1000);
    else other.terminate();
  });
}

function dialFrom(data: RawData): Dial | undefined {
  try {
    const value: unknown = JSON.parse(data.toString());
    return isDial(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isDial(value: unknown): value is Dial {
  if (typeof value !== 'object' || value === null) return false;
  const { secret, path, protocols, headers }: Record<string, unknown> = { ...value };
  const isPath = isPlain(path) && path.startsWith('/');
  return isPlain(secret) && isPath && Array.isArray(protocols) && arePlain(protocols) && arePlain(headers);
}

function arePlain(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every(isPlain);
}

/** Without line breaks or anything else that could end a header. */
function isPlain(value: unknown): value is string {
  return typeof value === 'string' && /^[ -~]*$/.test(value);
}
