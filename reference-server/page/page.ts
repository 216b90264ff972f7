// The page at "/": what this server is, and everything that it documents to try out. It needs nothing else.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { packageRoot } from '../../specs/kit/root.ts';
import type { Chat } from '../chat.ts';

/** What only a dialect knows about trying it out. */
export interface TryOut {
  /** The dialect in one sentence. */
  says: string;
  /** How a socket tells whose it is, unless its path does. */
  socketToken?: 'header' | 'query' | 'subprotocol';
  /**
   * What stands in for an example's value, by the name of its parameter or field, or by message and field:
   * "my …" or "their …" and a field of a person, "room", "group", "now", or "seen …" for what last came by under a name.
   */
  values: Record<string, string>;
  /** What operations take in their query whose parameters the document leaves open. */
  alsoTakes?: string[];
}

export async function mountPage(app: FastifyInstance, chat: Chat, hasControl: boolean): Promise<void> {
  const started = new Date().toISOString();
  const tryOut = await tryOutOf(chat.spec.name);
  app.get('/', (_request, reply) => {
    const { html, policy } = page();
    return reply.type('text/html; charset=utf-8').header('content-security-policy', policy).send(html);
  });
  app.get('/_page.json', () => {
    const { name, document, operations, channels, requirements, readings } = chat.spec;
    const levels = requirements.map((one) => one.level);
    return {
      dialect: name,
      document,
      started,
      control: hasControl,
      requirements: levels.length,
      musts: levels.filter((level) => level === 'must').length,
      readings: readings.length + requirements.filter((one) => one.reading !== undefined).length,
      tryOut,
      operations,
      channels,
    };
  });
}

/** The path is the registry: try-out/<dialect>.ts exports `tryOut`. Without it, the examples stay as they are. */
async function tryOutOf(dialect: string): Promise<TryOut> {
  const file = join(import.meta.dirname, 'try-out', dialect + import.meta.filename.slice(-3));
  if (!existsSync(file)) return { says: '', values: {} };
  const { tryOut }: { tryOut: TryOut } = await import(pathToFileURL(file).href);
  return tryOut;
}

interface Page {
  html: string;
  /** For a Content-Security-Policy: requests to this server only, this style sheet and this script only. */
  policy: string;
}

let made: Page | undefined;

function page(): Page {
  made ??= make();
  return made;
}

function make(): Page {
  const style = joined('style', '.css');
  const script = `(() => {\n${joined('script', '.js')
    .replace(/^import [^;]*;\n/gm, '')
    .replace(/^export /gm, '')}\n})();`;
  const html = readFileSync(join(FOLDER, 'index.html'), 'utf8')
    .replace('/* style */', () => style)
    .replace('/* script */', () => script);
  const policy = [
    "default-src 'none'",
    `style-src '${hash(style)}'`,
    `script-src '${hash(script)}'`,
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return { html, policy };
}

const FOLDER = join(packageRoot(), 'reference-server', 'page');

// The scripts are modules to their editors and one script to the browser; their order is that of their names.
function joined(folder: string, ending: string): string {
  const files = readdirSync(join(FOLDER, folder))
    .filter((file) => file.endsWith(ending))
    .sort();
  return files.map((file) => readFileSync(join(FOLDER, folder, file), 'utf8').trim()).join('\n');
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
