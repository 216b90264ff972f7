// The path is the registry: dialects/<name>/index.ts exports `dialect`.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DialectServer } from './dialect-server.ts';

export async function loadDialectServer(name: string): Promise<DialectServer> {
  const file = join(import.meta.dirname, 'dialects', name, `index${import.meta.filename.slice(-3)}`);
  const loaded: unknown = await import(pathToFileURL(file).href);
  const found =
    typeof loaded === 'object' && loaded !== null && 'dialect' in loaded ? loaded.dialect : undefined;
  if (isDialectServer(found)) return found;
  throw new Error(`reference-server/dialects/${name}/index.ts has to export \`dialect\`, a DialectServer.`);
}

function isDialectServer(value: unknown): value is DialectServer {
  return (
    typeof value === 'object' &&
    value !== null &&
    'operations' in value &&
    'channels' in value &&
    'who' in value
  );
}
