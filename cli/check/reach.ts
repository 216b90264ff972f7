// The first contact: something has to answer at the target's address before anything can be judged.
import { connect } from 'node:net';
import { UnreachableError } from '../../specs/kit/errors.ts';
import type { Target } from '../../suites/kit/target.ts';

const longest = 10_000;

/** Opens a TCP connection to both addresses; what is spoken there is for the checks to find out. */
export async function reach({ http, ws }: Pick<Target, 'http' | 'ws'>, patience: number): Promise<void> {
  await knock(http, '--target', longest * patience);
  if (new URL(ws).host !== new URL(http).host) await knock(ws, '--ws', longest * patience);
}

function knock(address: string, option: string, within: number): Promise<void> {
  const { hostname, port, protocol } = new URL(address);
  const usual = protocol === 'https:' || protocol === 'wss:' ? 443 : 80;
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? usual : Number(port),
      timeout: within,
    });
    const fail = (why: string): void => {
      socket.destroy();
      reject(
        new UnreachableError(
          `The target cannot be reached at ${address} (${why}): start it, or correct ${option}.`,
        ),
      );
    };
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
    socket.once('timeout', () => fail(`no connection within ${Math.round(within)} ms`));
    socket.once('error', (error) => fail(error.message));
  });
}
