import { expect, it } from 'vitest';
import { chromiumMissing } from './chromium.ts';

it('says what is missing and how to get it, so that a test can be skipped', () => {
  expect(chromiumMissing(['/nowhere/chromium'], 'k6')).toMatch(
    /^Chromium is missing: install it .* CHATPROOF_CHROMIUM/,
  );
});

it('fails instead where Chromium is required', () => {
  expect(() => chromiumMissing(['/nowhere/chromium'], 'k6,chromium')).toThrow('Chromium is missing');
});
