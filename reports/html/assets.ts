// The style sheet and the script of the page, and the policy that lets nothing but those two run.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../specs/kit/root.ts';

export interface Assets {
  style: string;
  script: string;
  /** For a Content-Security-Policy: no request at all, this style sheet and this script only. */
  policy: string;
}

// In the order in which they are joined: what narrow screens and paper change comes last.
const STYLES = [
  'colours',
  'base',
  'verdict',
  'picture',
  'cells',
  'toolbar',
  'requirement',
  'failure',
  'about',
];
const MORE_STYLES = ['sequence', 'transcript', 'appendix', 'load', 'narrow', 'print'];
const SCRIPTS = ['theme', 'copy', 'print', 'picture', 'filters'];

let loaded: Assets | undefined;

export function assets(): Assets {
  loaded ??= load();
  return loaded;
}

function load(): Assets {
  const style = [...STYLES, ...MORE_STYLES].map((name) => read('style', `${name}.css`)).join('\n');
  const script = SCRIPTS.map((name) => read('script', `${name}.js`)).join('\n');
  const policy = [
    "default-src 'none'",
    `style-src '${hash(style)}'`,
    `script-src '${hash(script)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return { style, script, policy };
}

function read(folder: string, name: string): string {
  return readFileSync(join(packageRoot(), 'reports', 'html', folder, name), 'utf8').trim();
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
