// Reference servers in processes of their own, on request: for the checks that kill the server they talk to.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../specs/kit/root.ts';

export interface Restartable {
  url: string;
  secret: string;
  close(): Promise<void>;
}

interface Served {
  process: ChildProcess;
  http: string;
  ws: string;
  control: string;
  controlSecret: string;
}

/** `words` are more options of `serve`: a fault, for the suite's own tests. */
export async function restartable(dialect: string, words: readonly string[] = []): Promise<Restartable> {
  const secret = randomBytes(16).toString('hex');
  const folder = mkdtempSync(join(tmpdir(), 'chatproof-restart-'));
  const running = new Map<string, Served>();
  const start = async (key: string, port: string): Promise<Served> => {
    const data = join(folder, `${key}.sqlite`);
    const served = await serveApart([dialect, '--port', port, '--data', data, '--control', ...words]);
    running.set(key, served);
    return served;
  };
  const kill = async (key: string): Promise<string> => {
    const served = running.get(key);
    if (served === undefined) throw new Error(`There is no server "${key}".`);
    running.delete(key);
    await killed(served.process);
    return new URL(served.http).port;
  };
  const deeds: Record<string, (key: string) => Promise<object>> = {
    async '/start'() {
      const key = randomBytes(4).toString('hex');
      const { http, ws, control, controlSecret } = await start(key, '0');
      return { key, http, ws, control, controlSecret };
    },
    async '/restart'(key) {
      await start(key, await kill(key));
      return {};
    },
    async '/stop'(key) {
      await kill(key);
      return {};
    },
  };
  const server = createServer(async (request, response) => {
    const deed = deeds[request.url ?? ''];
    // A connection that is kept may time out just when the next request comes.
    response.setHeader('connection', 'close');
    const known = request.headers['x-restart-secret'] === secret;
    try {
      if (deed === undefined || !known) throw new Error('There is nothing at this address.');
      response.end(JSON.stringify(await deed(await keyOf(request))));
    } catch (error) {
      response.writeHead(known ? 500 : 404);
      response.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const killAll = (): void => {
    for (const { process: child } of running.values()) child.kill('SIGKILL');
  };
  process.once('exit', killAll);
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    secret,
    async close() {
      process.off('exit', killAll);
      await Promise.all([...running.values()].map((served) => killed(served.process)));
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function keyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const body: { key?: unknown } = JSON.parse(text === '' ? '{}' : text);
  return String(body.key);
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function serveApart(words: readonly string[]): Promise<Served> {
  const main = join(packageRoot(), 'dist', 'cli', 'main.js');
  const child = spawn(process.execPath, [main, 'serve', ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2_000);
  });
  const ended = once(child, 'exit').then(() => true);
  while (!printed.includes('\n')) {
    if (await Promise.race([ended, once(child.stdout, 'data').then(() => false)]))
      throw new Error(`The server ended before it was ready: ${complaint}`);
  }
  const [, http = '', ws = '', control = '', controlSecret = ''] =
    /(http:\S+) +(ws:\S+) +(\S+) \(secret (\w+)\)/.exec(printed) ?? [];
  return { process: child, http, ws, control, controlSecret };
}
