import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../specs/kit/root.ts';

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
