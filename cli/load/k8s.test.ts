import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import type { Plan } from '../../load/kit/plan.ts';
import { packageRoot } from '../../specs/kit/root.ts';
import { k6OrComplain } from './k6.ts';
import { k6Missing } from './testing/k6-missing.ts';

const read = (name: string): string => readFileSync(join(packageRoot(), 'load', 'k8s', name), 'utf8');

it('starts as many instances as the people were shared out for, with a scenario that there is', () => {
  const { kind, spec } = parse(read('test-run.yaml'));
  expect(kind).toBe('TestRun');
  expect(read('provision.yaml')).toContain(`--instances ${spec.parallelism} `);
  const scenario: string = spec.script.localFile;
  expect(existsSync(join(packageRoot(), scenario.replace('/chatproof/', '')))).toBe(true);
});

it('hands the plan from the provisioning to every instance, and keeps what each has measured', () => {
  const { runner } = parse(read('test-run.yaml')).spec;
  const job = parse(read('provision.yaml')).spec.template.spec;
  const [plan, results] = runner.volumes;
  expect(job.containers[0].args[0]).toContain(`create secret generic ${plan.secret.secretName} `);
  expect(results.persistentVolumeClaim).toEqual(job.volumes[1].persistentVolumeClaim);
  const mounted = runner.volumeMounts.map(({ name }: { name: string }) => name);
  expect(mounted).toEqual([plan.name, results.name]);
});

const person = {
  id: 1,
  username: 'p',
  phone: '',
  http: { headers: {}, query: {} },
  ws: { headers: {}, query: {} },
};
const few: Plan = {
  run: 'r',
  dialect: 'receipts',
  http: 'http://chat.example.test',
  ws: 'ws://chat.example.test',
  addresses: {},
  profile: {
    name: 'smoke',
    says: 'A second.',
    conversations: 1,
    workers: 1,
    rate: [
      { second: 0, perSecond: 1 },
      { second: 1, perSecond: 1 },
    ],
    drain: 1,
    thresholds: {},
  },
  conversations: [{ id: 0, people: [person, person] }],
  groups: [],
};

it('names a script that k6 can archive and inspect as the operator does, who shows it no environment', ({
  skip,
}) => {
  const missing = k6Missing();
  skip(missing !== undefined, missing);
  const { script, arguments: words } = parse(read('test-run.yaml')).spec;
  const folder = mkdtempSync(join(tmpdir(), 'chatproof-k8s-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(few));
  // What is measured goes nowhere here: the operator leaves that out as well.
  const told = words
    .replace(/--out \S+/, '')
    .replace('/plan/', `${folder}/`)
    .split(' ')
    .filter(Boolean);
  const file = script.localFile.replace('/chatproof', packageRoot());
  const archive = join(folder, 'script.tar');
  execFileSync(k6OrComplain(), ['archive', file, '-O', archive, ...told], { stdio: 'pipe' });
  const inspected = execFileSync(k6OrComplain(), ['inspect', '--execution-requirements', archive], {
    stdio: 'pipe',
  });
  expect(JSON.parse(String(inspected))).toMatchObject({ maxVUs: 1 });
});
