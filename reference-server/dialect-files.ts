// The path is the registry: dialects/<name>/index.ts exports `dialect`.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DialectServer } from './dialect-server.ts';

export async function loadDialectServer(name: string): Promise<DialectServer> {
  const file = join(import.meta.dirname, 'dialects', name, `index${import.meta.filename.slice(-3)}`);
  const { dialect }: { dialect?: DialectServer } = await import(pathToFileURL(file).href);
  if (dialect !== undefined) return dialect;
  throw new Error(`reference-server/dialects/${name}/index.ts has to export \`dialect\`, a DialectServer.`);
}
