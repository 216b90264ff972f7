// Where the server's own files say that it listens.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Listens {
  port: number;
  /** The file that says so. */
  file: string;
}

const names = ['server', 'app', 'main', 'index'];
const sources = ['', 'src/'].flatMap((folder) =>
  names.flatMap((name) =>
    ['py', 'go', 'js', 'mjs', 'ts', 'rb'].map((ending) => `${folder}${name}.${ending}`),
  ),
);

/** The places in their order: what is configured says more than what is built, and that more than a default in code. */
const places: { files: string[]; says: RegExp }[] = [
  { files: ['.env'], says: /^(?:export )?PORT\s*=\s*["']?(\d+)/m },
  { files: ['Dockerfile'], says: /^EXPOSE\s+(\d+)/im },
  {
    files: sources,
    says: /(?:\blisten\w*\(\s*|\bport\b\W{1,12}|["'`](?:0\.0\.0\.0|127\.0\.0\.1|localhost)?:)(\d{4,5})\b/i,
  },
];

export function portIn(folder: string): Listens | undefined {
  for (const { files, says } of places)
    for (const file of files) {
      const path = join(folder, file);
      if (!existsSync(path)) continue;
      const port = Number(says.exec(readFileSync(path, 'utf8'))?.[1]);
      if (port > 0 && port < 65_536) return { port, file };
    }
  return undefined;
}
