// The failures of the sample report, with transcripts as the suites record them.
import type { Entry, Failure } from '../model.ts';
import type { Draft } from './sample-catalogue.ts';

const PUBLIC = 'ws /ws/chat/7/ #1';

const TRANSCRIPT: Entry[] = [
  { t: 0, who: 'harness', kind: 'note', where: '', what: 'alice and bob share room 7' },
  {
    t: 0.4,
    who: 'alice',
    kind: 'request',
    where: 'POST /api/room/',
    what: '{"participants":["alice@example.test","bob@example.test"]}',
  },
  { t: 4.1, who: 'alice', kind: 'response', where: 'POST /api/room/', what: '200 {"id":7}' },
  { t: 5, who: 'bob', kind: 'connecting', where: PUBLIC, what: 'Authorization: Bearer …' },
  { t: 7, who: 'bob', kind: 'open', where: PUBLIC, what: '101' },
  { t: 8.2, who: 'bob', kind: 'received', where: PUBLIC, what: '[]' },
  { t: 9, who: 'bob', kind: 'sent', where: PUBLIC, what: '{"type":"send","message":"first 4711-1"}' },
  {
    t: 11,
    who: 'bob',
    kind: 'received',
    where: PUBLIC,
    what: '{"type":"chat_message","message_id":44,"message":"first 4711-1"}',
  },
  { t: 11.4, who: 'bob', kind: 'sent', where: PUBLIC, what: '{"type":"send","message":"second 4711-2"}' },
  {
    t: 13,
    who: 'bob',
    kind: 'received',
    where: PUBLIC,
    what: '{"type":"chat_message","message_id":45,"message":"second 4711-2"}',
  },
  { t: 14, who: 'alice', kind: 'connecting', where: PUBLIC, what: 'Authorization: Bearer …' },
  { t: 15.2, who: 'alice', kind: 'open', where: PUBLIC, what: '101' },
  {
    t: 26.1,
    who: 'alice',
    kind: 'received',
    where: PUBLIC,
    what: '[{"id":44,"message":"first 4711-1","created_at":"2026-03-01T09:12:45.090Z"},{"id":45,"message":"second 4711-2","created_at":"2026-03-01T09:12:45.120Z"}]',
    offending: true,
  },
  { t: 27, who: 'alice', kind: 'closed', where: PUBLIC, what: '1000 by us' },
];

export function failureFor(draft: Draft): Failure {
  const again = `npx chatproof check ${draft.dialect} --target http://chat.example.test:8000 --only ${draft.id} --seed 4711`;
  if (draft.area === 'history' && draft.level === 'must')
    return {
      requirement: draft.id,
      sent: 'alice → /ws/chat/7/ (connect)',
      expected: 'one array, created_at descending',
      received: 'alice ← [41 messages, created_at ascending from index 0]',
      because: 'item 1 (…12:00:01.120Z) is newer than item 0 (…12:00:01.090Z)',
      again,
      signature: 'history ascending',
      reproduced: '3/3',
      transcript: TRANSCRIPT,
    };
  return {
    requirement: draft.id,
    sent: 'alice → {"type":"send","message":"first 4711-1"}',
    expected: 'bob ← {"type":"chat_message","message":"first 4711-1"} on both of his sockets',
    received:
      'bob ← nothing on ws /ws/chat/7/ #2 within 840 ms, while #1 heard {"type":"chat_message","message_id":44,"message":"first 4711-1","created_at":"2026-03-01 09:12"}',
    because:
      'bob’s second socket heard the fence but not the message before it\n/created_at is "2026-03-01 09:12"; a time with a zone is documented',
    again,
    signature: `${draft.area} missing`,
    reproduced: '3/3',
    transcript: TRANSCRIPT.slice(3, 10).map((entry, i) => (i === 6 ? { ...entry, offending: true } : entry)),
  };
}
