import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { UnreachableError, UsageError } from '../specs/kit/errors.ts';
import { complain } from './complain.ts';

let printed = '';

beforeEach(() => {
  printed = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

it.each([
  [new UsageError('The port is "x": give a number.'), 4, 'The port is "x": give a number.\n'],
  [new UnreachableError('Nobody answers.'), 3, 'Nobody answers.\n'],
  [
    new TypeError('x is not a function'),
    5,
    'chatproof itself failed: x is not a function. Run it again with --debug, and report what that prints.\n',
  ],
])('tells %s in one sentence', (error, code, sentence) => {
  expect(complain(error, false)).toBe(code);
  expect(printed).toBe(sentence);
});
