// Is there anybody at an address? One plain request and one plain upgrade, and what their errors mean.
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import { WebSocket } from 'ws';
import type { Dialect } from '../../specs/kit/dialect.ts';
import { addressOf, type Target } from '../../suites/kit/target.ts';
import { Stuck } from './stuck.ts';

/** What the server says to a plain GET of its base. */
export async function greetHttp({ http: base, headers }: Target, within: number): Promise<string> {
  const asked = performance.now();
  const { status, server, location } = await get(base, headers.http, within).catch((error: unknown) => {
    throw explained(error, base, { option: '--target', secure: 'https', plain: 'http', within });
  });
  if (base.startsWith('http:') && location.startsWith('https:'))
    throw new Stuck(`${base} sends everybody to ${location}.`, 'Pass that as --target.');
  const after = `after ${Math.round(performance.now() - asked)} ms`;
  return `${base} answers with ${status}${server === '' ? '' : ` (${server})`} ${after}`;
}

// Not fetch: that refuses ports which some servers use.
function get(
  address: string,
  headers: Record<string, string>,
  within: number,
): Promise<{ status: number; server: string; location: string }> {
  const request = address.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers, timeout: within }, (answer) => {
      const { server = '', location = '' } = answer.headers;
      resolve({ status: answer.statusCode ?? 0, server: String(server), location });
      asked.destroy();
    });
    asked.once('timeout', () => asked.destroy(new Error('timed out')));
    asked.once('error', reject);
    asked.end();
  });
}

/** What the server says to an upgrade without a token; a refusal is an answer, too. */
export async function greetWs(target: Target, dialect: Dialect, within: number): Promise<string> {
  const [first] = dialect.channels;
  if (first === undefined) return 'the dialect has no channel';
  const params = Object.fromEntries(first.parameters.map((name) => [name, 'doctor']));
  const address = addressOf(target.ws, target.paths[first.id] ?? first.address, params, {});
  const socket = new WebSocket(address, {
    headers: target.headers.ws,
    handshakeTimeout: within,
    followRedirects: false,
  });
  try {
    return await new Promise((resolve, reject) => {
      socket.once('open', () => resolve(`${target.ws} takes upgrades`));
      socket.once('unexpected-response', (_, { statusCode }) =>
        resolve(`${target.ws} answers an upgrade without a token with ${statusCode}`),
      );
      socket.once('error', reject);
    });
  } catch (error) {
    throw explained(error, target.ws, { option: '--ws', secure: 'wss', plain: 'ws', within });
  } finally {
    socket.on('error', () => undefined);
    socket.terminate();
  }
}

interface Way {
  option: string;
  secure: string;
  plain: string;
  within: number;
}

function explained(error: unknown, address: string, { option, secure, plain, within }: Way): Stuck {
  const code = codeOf(error)?.replace(/^HPE_.*/, 'EPROTO');
  const other = address.startsWith(`${secure}:`)
    ? address.replace(secure, plain)
    : address.replace(plain, secure);
  const where = `${option}, or ${option.slice(2)} in the configuration file`;
  switch (code) {
    case 'ECONNREFUSED':
      return new Stuck(
        `Nothing listens at ${address}.`,
        `Start the server, or correct the port in ${where}; a server in a container has to publish its port.`,
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Stuck(`The host of ${address} is not known.`, `Correct its name in ${where}.`);
    case 'ECONNRESET':
    case 'EPROTO':
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
      return new Stuck(
        `${address} takes connections, but does not speak ${address.split(':')[0]}.`,
        `Try ${option} ${other}.`,
      );
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'CERT_HAS_EXPIRED':
      return new Stuck(
        `The certificate of ${address} is not trusted (${code}).`,
        'Name its authority in the environment variable NODE_EXTRA_CA_CERTS.',
      );
    default:
      break;
  }
  const message = error instanceof Error ? error.message : String(error);
  if (/timeout|timed out/i.test(message))
    return new Stuck(
      `${address} gives no answer within ${within} ms.`,
      'See whether the server hangs, or pass a greater --patience.',
    );
  return new Stuck(`${address} does not answer as a server would (${message}).`, `Correct ${option}.`);
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const inner: unknown = error.cause ?? error;
  const all = inner instanceof AggregateError ? inner.errors : [inner];
  const [code] = all.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'code' in one ? [String(one.code)] : [],
  );
  return code;
}
