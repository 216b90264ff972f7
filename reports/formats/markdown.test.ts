import { expect, it } from 'vitest';
import { bigReport } from '../testing/big.ts';
import { hostileReport } from '../testing/hostile.ts';
import { sampleReport } from '../testing/sample.ts';
import { format } from './markdown.ts';

const render = (report = sampleReport()) => format.render(report, { colour: false, width: 80 });

it('starts with the verdict and folds the evidence', () => {
  expect(render()).toMatchSnapshot();
});

it('stays within 60 kB and says what it leaves out', () => {
  const text = render(bigReport(400, () => true));
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(60_000);
  expect(text).toMatch(/\*\d+ more are in the other reports\.\*/);
  expect(text).toMatch(/<sub>.*<\/sub>\n$/);
});

it('stays within 60 kB also when everything is hostile', () => {
  expect(Buffer.byteLength(render(hostileReport()))).toBeLessThanOrEqual(60_000);
});

it('lets no text of a target leave its fence, its code span or its line', () => {
  const text = render(hostileReport());
  const outside = text
    .replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '')
    .replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, '');
  const ours = /<\/?(details|summary|code|sub)>/g;
  expect(outside.replace(ours, '')).not.toMatch(
    /<(?!!-- -->)|^#+ heading|(?<!\\)\[link|@everyone|https:\/\//m,
  );
  expect(text).not.toMatch(/(?!\n)\p{Cc}|\p{Cs}|[\u202a-\u202e\u2028\u2029]/u);
  expect(outside.match(/<details>/g)?.length).toBe(outside.match(/<\/details>/g)?.length);
});
