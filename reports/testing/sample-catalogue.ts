// The requirements of the sample report, each with what its check finds.
import type { Verdict } from '../model.ts';
import type { CatalogueEntry } from '../summarise.ts';

export interface Draft extends CatalogueEntry {
  dialect: string;
  area: string;
  verdict?: Verdict;
  reason?: string;
  checkSays: string;
}

type Row = [slug: string, says: string, extra?: Partial<Draft>];

const RECEIPTS: Record<string, Row[]> = {
  auth: [
    [
      'socket-accepts-bearer-token',
      'A member opens the room’s socket with a valid token in the `Authorization` header.',
    ],
    ['socket-without-token', 'A socket without a token is closed, or its upgrade is refused.'],
    ['socket-garbage-token', 'A socket with a token that nobody issued is closed.'],
    ['refuses-cleanly', 'A refusal is an answer, not a crash.', { level: 'should', evidence: 'practice' }],
    [
      'expired-token',
      'A socket with an expired token is closed.',
      {
        verdict: 'inconclusive',
        reason:
          'The fence after the refused socket was lost: bob’s connection was closed with 1006 before he heard it.',
      },
    ],
  ],
  history: [
    [
      'newest-first-at-most-50',
      'On connect the server sends one JSON array with at most the 50 newest messages of the room, newest first.',
      {
        verdict: 'fail',
        reading: 'The text says the last 50; the order is taken from the example (ids 45, 44, 43).',
      },
    ],
    ['is-one-array', 'The history arrives as one frame that holds one array.'],
    ['item-has-sender-email', 'Each item names its sender’s email.', { evidence: 'shown' }],
    [
      'created-at-is-an-instant',
      'Each item says when it was created, as an instant with a zone.',
      { level: 'should', evidence: 'shown', verdict: 'fail' },
    ],
    [
      'survives-a-restart',
      'What was acknowledged is still there after a restart.',
      {
        level: 'should',
        evidence: 'practice',
        verdict: 'inapplicable',
        untested: 'the target has no lifecycle commands',
      },
    ],
  ],
  delivery: [
    ['text-reaches-everyone', 'Everyone connected to the room hears a text message.'],
    ['exactly-once', 'Each socket hears a message exactly once.'],
    ['nobody-outside', 'Nobody outside the room hears it.'],
    [
      'order-of-one-sender',
      'The messages of one sender arrive in the order in which they were sent.',
      { level: 'should', evidence: 'implied' },
    ],
    [
      'two-sockets',
      'Both sockets of one person hear it.',
      { level: 'may', evidence: 'practice', verdict: 'fail' },
    ],
  ],
  edit: [
    ['changes-the-text', 'An edit changes the text in the history.'],
    [
      'is-announced',
      'An edit is announced to every socket of the room.',
      {
        verdict: 'known',
        reason: 'Ticket 812: announced only to the other person; to be mended before July.',
      },
    ],
    [
      'not-yours',
      'Editing somebody else’s message is refused, and nothing changes.',
      { evidence: 'implied', level: 'should' },
    ],
  ],
  status: [
    ['delivered-when-offline', 'A message to a person who is connected nowhere stays `delivered`.'],
    [
      'read-when-present',
      'A message becomes `read` when its recipient is in the room.',
      {
        verdict: 'harness-error',
        reason: 'people.json has no person "p3": the check of non-members needs a third account.',
      },
    ],
    ['never-goes-back', 'A status never goes back.', { level: 'should', evidence: 'implied' }],
  ],
  text: [
    ['emoji', 'Emoji come back code point for code point.', { level: 'should', evidence: 'practice' }],
    ['right-to-left', 'Right-to-left text comes back as it was.', { level: 'should', evidence: 'practice' }],
    ['ten-kilobytes', 'A text of 10 kB comes back whole.', { level: 'should', evidence: 'practice' }],
  ],
};

const ROOMS: Record<string, Row[]> = {
  presence: [
    ['newcomer-hears-list', 'On connect the newcomer hears `online_user_list`.'],
    ['others-hear-join', 'Those in the room hear `user_join`.'],
    ['others-hear-leave', 'The others hear `user_leave` when the last socket closes.'],
  ],
  unread: [
    ['count-on-connect', 'Both notification sockets send their count right after connecting.'],
    [
      'read-clears-one-room',
      '`read_messages` clears that room only.',
      { level: 'should', evidence: 'implied' },
    ],
    [
      'reader-hears-new-count',
      'After `read_messages` the reader’s sockets hear the new counts.',
      { level: 'should', evidence: 'implied' },
    ],
  ],
  media: [
    ['upload-answers-location', 'An upload answers where the file is.'],
    ['check-url-says-expired', 'check-url tells an expired address from a living one.'],
    ['presigned', 'A presigned upload works.', { needs: ['presigned-upload'], verdict: 'inapplicable' }],
  ],
};

export function catalogue(dialect: 'receipts' | 'rooms'): Draft[] {
  const areas = Object.entries(dialect === 'receipts' ? RECEIPTS : ROOMS);
  return areas.flatMap(([area, rows], a) =>
    rows.map(([slug, says, extra], r) => ({
      id: `${dialect}.${area}.${slug}`,
      dialect,
      area,
      level: 'must',
      evidence: 'stated',
      says,
      source: `${dialect}.md:${90 + a * 31 + r * 4}`,
      checkSays: `Checks: ${says}`,
      ...extra,
    })),
  );
}
