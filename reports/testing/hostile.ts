// A report in which everything that a target or a file could influence is an attack on its reader.
import type { Entry, Report } from '../model.ts';
import { sampleReport } from './sample.ts';
import { sampleLoad } from './sample-load.ts';

export const ATTACKS = [
  '<script>window.broken = 1</script>',
  '"><img src=x onerror="window.broken = 1">',
  '</script><script>window.broken = 1</script>',
  '</style></pre></details></title><svg onload=window.broken=1>',
  "' onmouseover='window.broken = 1",
  ']]><failure/>',
  '--> <!-- ',
  '```\n</details>\n# heading\n[link](javascript:window.broken=1) @everyone https://evil.example.test',
  '\u0000\u0007\u001b[31mred\u001b]8;;https://evil.example.test\u0007\u009b2J\u0085\ud800\udc00\ud800',
  '\u202egnp.exe\u2066 \ufffe\uffff\u2028\u2029',
  'one\r\n::error title=forged::pwned\n##vso[task.setvariable]x\n::add-mask::a%0A::b',
  '| a | b |\n|---|---|\n{{7*7}} $ {7*7} &amp; &#x3C;script&#x3E;',
];

export const HOSTILE = ATTACKS.join(' ');

/** Every string of the sample but those that a type fixes is followed by every attack. */
export function hostileReport(): Report {
  const attack = (text: string) => `${text} ${HOSTILE}`;
  const report = sampleReport();
  return {
    ...report,
    endedEarly: attack('interrupted'),
    target: attack(report.target),
    profile: attack(report.profile),
    dialects: report.dialects.map((one) => ({
      ...one,
      title: attack(one.title),
      target: attack(one.target),
      ws: attack(one.ws),
    })),
    observed: report.observed.map((one) => ({
      ...one,
      topic: attack(one.topic),
      branch: attack(one.branch),
    })),
    declaredDeviations: report.declaredDeviations.map((one) => ({
      ...one,
      name: attack(one.name),
      says: attack(one.says),
    })),
    baselineProblems: [{ requirement: attack('receipts.gone'), says: attack('does not exist') }],
    requirements: report.requirements.map((one) => ({
      ...one,
      says: attack(one.says),
      source: attack(one.source),
      reading: attack(one.reading ?? ''),
      reason: attack(one.reason ?? ''),
    })),
    checks: report.checks.map((check) => ({
      ...check,
      file: attack(check.file),
      says: attack(check.says),
      reason: attack(check.reason ?? ''),
      failures: check.failures.map((failure) => ({
        ...failure,
        sent: attack(failure.sent),
        expected: attack(failure.expected),
        received: attack(failure.received),
        because: attack(failure.because),
        again: attack(failure.again),
        signature: attack(failure.signature),
        reproduced: attack('3/3'),
        transcript: failure.transcript.map(
          (entry): Entry => ({
            ...entry,
            who: attack(entry.who),
            where: attack(entry.where),
            what: attack(entry.what),
          }),
        ),
      })),
    })),
    load: sampleLoad(HOSTILE),
  };
}
