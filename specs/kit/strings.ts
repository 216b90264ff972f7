import fc from 'fast-check';
import type { JsonSchema } from './json-schema.ts';

const INSTANTS = fc
  .date({ noInvalidDate: true, min: new Date('1970-01-01T00:00:00Z'), max: new Date('2099-12-31T23:59:59Z') })
  .map((instant) => instant.toISOString());

const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'date-time': INSTANTS,
  date: INSTANTS.map((instant) => instant.slice(0, 10)),
  time: INSTANTS.map((instant) => instant.slice(11)),
  uuid: fc.uuid(),
  email: fc.emailAddress(),
  uri: fc.webUrl(),
  'uri-reference': fc.webPath().map((path) => path || '/'),
  ipv4: fc.ipV4(),
  hostname: fc.domain(),
  byte: fc.base64String(),
  binary: fc.string({ unit: 'binary-ascii' }),
};

/** Strings that the schema accepts. One unit of text is one code point, which is what JSON Schema counts. */
export function stringsFrom(schema: JsonSchema, path: string): fc.Arbitrary<string> {
  const { minLength = 0, maxLength, format, pattern } = schema;
  const size = { minLength, ...(maxLength === undefined ? {} : { maxLength }) };
  const fits = (text: string): boolean => {
    const length = [...text].length;
    return length >= minLength && length <= (maxLength ?? Number.POSITIVE_INFINITY);
  };
  if (pattern !== undefined) {
    const matching = new RegExp(pattern, 'u');
    const narrow = format === undefined ? fc.stringMatching(matching) : formatted(format, path);
    return narrow.filter((text) => matching.test(text) && fits(text));
  }
  if (format !== undefined) return formatted(format, path).filter(fits);
  return fc.string({ unit: 'grapheme-composite', ...size });
}

function formatted(format: string, path: string): fc.Arbitrary<string> {
  const known = FORMATS[format];
  if (known !== undefined) return known;
  throw new Error(
    `The schema uses the format "${format}" at ${path || '/'}: the arbitraries do not know it. Teach it to specs/kit/strings.ts, or use one of ${Object.keys(FORMATS).join(', ')}.`,
  );
}
