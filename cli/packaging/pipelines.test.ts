import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../specs/kit/root.ts';
import { complaints } from '../testing/complaints.ts';

const root = packageRoot();
const main = join(root, 'dist', 'cli', 'main.js');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Runs the script of the action as a job would; gives what it wrote for the job. */
function job(env: Record<string, string>): {
  code: number | null;
  outputs: string;
  summary: string;
  out: string;
  folder: string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'chatproof-'));
  const [outputs, summary] = [join(folder, 'outputs'), join(folder, 'summary')];
  const { status, stdout } = spawnSync('bash', [join(root, 'ci', 'github.sh')], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      CHATPROOF_COMMAND: `${process.execPath} ${main}`,
      GITHUB_OUTPUT: outputs,
      GITHUB_STEP_SUMMARY: summary,
      ...env,
    },
  });
  const content = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  return { code: status, outputs: content(outputs), summary: content(summary), out: stdout, folder };
}

it('runs the action: a verdict, a summary, outputs and reports', () => {
  const { code, outputs, summary, folder, out } = job({
    CHATPROOF_DIALECTS: 'receipts',
    CHATPROOF_REPORT: 'out',
  });
  expect({ code, outputs }).toEqual({ code: 0, outputs: 'verdict=conformant\nexit-code=0\nreport=out\n' });
  expect(summary).toContain('conformant');
  expect(out).toContain('✓ conformant');
  expect(existsSync(join(folder, 'out', 'junit.xml'))).toBe(true);
});

it('passes what is unreachable or wrong on, and takes no input for code', () => {
  const target = { CHATPROOF_DIALECTS: 'receipts', CHATPROOF_OPTION_TARGET: 'http://127.0.0.1:1' };
  const provision = 'echo "$(touch pwned)" \'; touch pwned\'';
  const { code, outputs, folder } = job({ ...target, CHATPROOF_OPTION_PROVISION: provision });
  expect({ code, outputs }).toMatchObject({
    code: 3,
    outputs: expect.stringContaining('verdict=unreachable'),
  });
  expect(existsSync(join(folder, 'pwned'))).toBe(false);
  expect(job({ CHATPROOF_DIALECTS: 'recipts' })).toMatchObject({
    code: 4,
    outputs: expect.stringContaining('exit-code=4'),
  });
});

it('hands every input of the action to the script', () => {
  const action: {
    inputs: Record<string, unknown>;
    outputs: Record<string, { value: string }>;
    runs: { steps: { id?: string; env?: Record<string, string> }[] };
  } = parse(read('action.yml'));
  const env = action.runs.steps.find(({ id }) => id === 'check')?.env ?? {};
  const used = Object.values(env).map((value) => /inputs\.([\w-]+)/.exec(value)?.[1]);
  expect(new Set(used)).toEqual(new Set(Object.keys(action.inputs)));
  for (const variable of Object.keys(env))
    if (variable.startsWith('CHATPROOF_OPTION_'))
      expect(read('ci/github.sh')).toMatch(
        new RegExp(`\\b${variable.replace('CHATPROOF_OPTION_', '').toLowerCase()}\\b`),
      );
  for (const name of Object.keys(action.outputs)) expect(read('ci/github.sh')).toContain(`"${name}=`);
});

it('runs the script of the GitLab template', () => {
  const template: {
    '.chatproof': {
      variables: Record<string, string>;
      script: string[];
      artifacts: { reports: { junit: string } };
    };
  } = parse(read('ci/gitlab.yml'));
  for (const variable of Object.keys(template['.chatproof'].variables))
    expect(template['.chatproof'].script.join('\n')).toContain(`$${variable}`);
  const folder = mkdtempSync(join(tmpdir(), 'chatproof-'));
  // Stands for npx --yes chatproof …
  writeFileSync(join(folder, 'npx'), `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${main}" "$@"\n`, {
    mode: 0o755,
  });
  const { status, stderr } = spawnSync('sh', ['-ec', template['.chatproof'].script.join('\n')], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
      ...template['.chatproof'].variables,
      CHATPROOF_DIALECTS: 'receipts',
      CHATPROOF_LEVEL: 'must',
    },
  });
  expect({ status, complaints: complaints(stderr) }).toEqual({ status: 0, complaints: [] });
  expect(existsSync(join(folder, template['.chatproof'].artifacts.reports.junit))).toBe(true);
});

it('is what the pipeline of this project is: a script that bash understands', () => {
  for (const script of ['.ci/run', 'ci/github.sh'])
    expect(spawnSync('bash', ['-n', join(root, script)], { encoding: 'utf8' }).stderr, script).toBe('');
});
