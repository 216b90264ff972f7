// The test pages (dialogues.md:7). A page takes its names from its address in the browser, so that none gets into its markup.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../specs/kit/root.ts';
import type { OperationServer } from '../../dialect-server.ts';

const FOLDER = join(packageRoot(), 'reference-server/dialects/dialogues/pages');

export const pages: Record<string, OperationServer> = {
  openStartPage: page('start'),
  openPersonalPage: page('chat'),
  openGroupPage: page('chat'),
  openRoomPage: page('room'),
};

function page(name: string): OperationServer {
  const body = readFileSync(join(FOLDER, `${name}.html`), 'utf8');
  return () => ({ status: 200, body });
}
