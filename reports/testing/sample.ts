// A realistic report for tests: two dialects, every verdict, and failures with transcripts.
import type { CheckOutcome, Report, Verdict } from '../model.ts';
import { judgeRequirements, summarise } from '../summarise.ts';
import { catalogue, type Draft } from './sample-catalogue.ts';
import { failureFor } from './sample-failures.ts';

export function sampleReport(change: Partial<Report> = {}): Report {
  const drafts = [catalogue('receipts'), catalogue('rooms')];
  const checks = drafts.flatMap((draft) => draft.map((one, i) => checkFor(one, i)));
  const dialects = drafts.map((draft) => {
    const results = judgeRequirements({
      dialect: draft[0]?.dialect ?? '',
      requirements: draft,
      checks,
      level: 'should',
      lacks: ['presigned-upload'],
    });
    return { results, name: draft[0]?.dialect ?? '', summary: summarise(results, { level: 'should' }) };
  });
  const requirements = dialects.flatMap((one) => one.results);
  const baselineProblems = [
    { requirement: 'rooms.media.check-url-says-expired', says: 'passes now: take it off the baseline.' },
  ];
  return {
    schema: 'chatproof/report@1',
    tool: { name: 'chatproof', version: '0.1.0', node: 'v20.20.2' },
    dialects: dialects.map(({ name, summary }) => ({
      name,
      title: name === 'receipts' ? 'Rooms by path, with receipts' : 'Rooms by username, with unread counters',
      target: 'http://chat.example.test:8000',
      ws: 'ws://chat.example.test:8000',
      embedded: false,
      summary,
    })),
    target: 'http://chat.example.test:8000',
    seed: 4711,
    profile: 'standard',
    startedAt: '2026-03-01T09:12:44.120Z',
    durationMs: 12_430,
    summary: summarise(requirements, { level: 'should', baselineProblems }),
    observed: [
      {
        dialect: 'receipts',
        topic: 'Who hears that a message was delivered',
        branch: 'only the sender',
        times: 31,
      },
      {
        dialect: 'receipts',
        topic: 'Delivered messages when the recipient connects',
        branch: 'they become read',
        times: 4,
      },
      { dialect: 'rooms', topic: 'Echo of a message to its sender', branch: 'an echo is sent', times: 18 },
    ],
    declaredDeviations: [
      {
        dialect: 'receipts',
        kind: 'accepts',
        name: 'delete-200-with-body',
        says: 'A delete answers 200 with a body.',
      },
      {
        dialect: 'rooms',
        kind: 'path',
        name: 'listConversations',
        says: '/api/conversations is at /v2/conversations.',
      },
    ],
    baselineProblems,
    suite: { faultsCaught: 62, faultsTotal: 62 },
    requirements,
    checks,
    ...change,
  };
}

function checkFor(draft: Draft, index: number): CheckOutcome {
  const verdict: Verdict = draft.verdict ?? 'pass';
  const broken = verdict === 'fail' || verdict === 'known';
  return {
    id: `${draft.dialect}/${draft.area}.check.ts/${draft.checkSays}`,
    dialect: draft.dialect,
    file: `suites/${draft.dialect}/${draft.area}.check.ts`,
    says: draft.checkSays,
    requires: [draft.id],
    catches: ['drop-message'],
    verdict,
    verdicts:
      draft.untested === undefined && verdict !== 'inapplicable' ? [{ requirement: draft.id, verdict }] : [],
    durationMs: 40 + ((index * 7919) % 613),
    failures: broken ? [failureFor(draft)] : [],
    ...(draft.reason === undefined ? {} : { reason: draft.reason }),
    fences: index % 3 === 0 ? ['strong'] : index % 7 === 0 ? ['cross'] : [],
    observed: [],
  };
}
