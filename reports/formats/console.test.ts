import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { hostileReport } from '../testing/hostile.ts';
import { sampleReport } from '../testing/sample.ts';
import { format } from './console.ts';

const plain = { colour: false, width: 80 };

it('shows what broke, what could not be judged, the counts and the verdict', () => {
  expect(format.render(sampleReport(), plain)).toMatchSnapshot();
});

it('says the same with colours, and no escape character without', () => {
  const coloured = format.render(sampleReport(), { ...plain, colour: true });
  expect(stripVTControlCharacters(coloured)).toBe(format.render(sampleReport(), plain));
  expect(coloured).toContain('\u001b[31m');
});

it('fits into 80 columns, but for the command that is copied', () => {
  const wide = format
    .render(sampleReport(), plain)
    .split('\n')
    .filter((line) => line.length > 80 && !line.startsWith('  again'));
  expect(wide).toEqual([]);
});

it('ends with one line that names the verdict', () => {
  const lines = format.render(sampleReport(), plain).trimEnd().split('\n');
  expect(lines.filter((line) => /^[✗✓?E] (not )?conformant/.test(line))).toEqual([lines.at(-1)]);
});

it('prints no control character and no build command that a target sent', () => {
  const lines = format.render(hostileReport(), plain).split('\n');
  expect(lines.filter((line) => /\p{Cc}|\p{Cs}|[\u202a-\u202e\u2028\u2029]/u.test(line))).toEqual([]);
  expect(lines.filter((line) => /^\s*::|##\w*\[/.test(line))).toEqual([]);
});
