import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

const complaintOf = (text: string): string => {
  try {
    readConfig(text, 'chatproof.config.yaml');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'no complaint';
};

it('reads everything that a configuration can say', () => {
  const text = `
target: http://127.0.0.1:8000
people: people.json
paths: { room: '/live/{room_id}' }
headers: { ws: { Origin: https://chat.example.test } }
auth: { ws: { query: jwt }, http: { header: X-Token, value: '{token}' } }
accepts: [delete-200-with-body]
level: must
`;
  expect(readConfig(text, 'chatproof.config.yaml')).toMatchObject({
    level: 'must',
    auth: { ws: { query: 'jwt' } },
  });
});

it('reads JSON as well', () => {
  expect(readConfig('{"level": "may"}', 'chatproof.config.json')).toEqual({ level: 'may' });
});

it('takes an empty file for an empty configuration', () => {
  expect(readConfig('# nothing yet\n', 'chatproof.config.yaml')).toEqual({});
});

it.each([
  [
    'tagret: http://127.0.0.1:8000',
    'chatproof.config.yaml has an unknown key "tagret". Did you mean "target"?',
  ],
  [
    'headers: { htpp: {} }',
    'chatproof.config.yaml has an unknown key "htpp" in headers. Did you mean "http"?',
  ],
  [
    'level: most',
    'chatproof.config.yaml has a wrong value at "level": it must be equal to one of the allowed values (must, should, may).',
  ],
  [
    'target: 127.0.0.1:8000',
    'chatproof.config.yaml has a wrong value at "target": it must match pattern "^https?://".',
  ],
  ['seed: -1', 'chatproof.config.yaml has a wrong value at "seed": it must be >= 0.'],
])('says what is wrong with %j', (text, complaint) => {
  expect(complaintOf(text)).toBe(complaint);
});

it('names the line of what is not YAML', () => {
  expect(complaintOf('level: must\nonly: [a\nskip: b')).toMatch(
    /^chatproof\.config\.yaml:\d is not YAML: .+\.$/,
  );
});
