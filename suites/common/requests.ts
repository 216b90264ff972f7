// Requests that are one step away from a valid one: a value that is odd or missing, a body that is not as documented.
import fc from 'fast-check';
import { everyTwist } from '../../specs/kit/arbitraries.ts';
import type { Operation } from '../../specs/kit/dialect.ts';
import type { Call } from '../kit/http.ts';
import { isObject } from '../kit/match.ts';

export interface OddRequest {
  request: Partial<Call>;
  twist: string;
}

const beyond = 2_000_000_000;

/** Never a small number: it may be the id of something that is somebody's. */
const oddValues = [
  ...['0', '-1', '1.5', '1e9', 'NaN', 'null', 'undefined', 'true', '[object Object]', '2000000011'],
  ...[' ', '%00', '%', '.', "1'--", '"', '\\', '<b>', '{id}', '\u0001', '🧪', 'é'],
  ...['9'.repeat(40), 'x'.repeat(300), 'x'.repeat(2_000)],
];

const anyValue = fc.oneof(
  fc.integer({ min: beyond, max: Number.MAX_SAFE_INTEGER }).map(String),
  fc.integer({ max: -1 }).map(String),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((text) => !/^\d+$/.test(text) && !/^\.+$/.test(text)),
);

const oddBodies = ['', '{', '{"', 'null', '7', '[]', '"text"', 'a=1&b=2', '\u0001', '['.repeat(5_000)];
const otherTypes = ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16'];
const oddNames = [
  '',
  'a b.png',
  '../up.png',
  'ünïcode 日本.png',
  '.png',
  'no-ending',
  `${'long'.repeat(70)}.png`,
];

export interface OddRequests {
  /** Each is worth one try. */
  once: fc.Arbitrary<OddRequest>[];
  /** Each time another one. */
  often: fc.Arbitrary<OddRequest>;
}

export function oddRequests(operation: Operation, aim: Partial<Call>): OddRequests {
  const { form: _, ...base } = unaimed(operation, aim);
  const bodies = [
    ...oddBodies.map((body) => ({ body, type: 'application/json' })),
    ...otherTypes.map((type) => ({ body: '{"a": 1}', type })),
  ].map((odd) =>
    fc.constant({ request: { ...base, ...odd }, twist: `the body ${odd.body.slice(0, 20)} as ${odd.type}` }),
  );
  const tooMany = anyValue.map((value) => ({
    request: { ...unaimed(operation, aim), query: { ...base.query, 'x-undocumented': value } },
    twist: 'a field too many',
  }));
  const odd = parameters(operation, aim);
  return {
    once: [...bodies, ...odd.once, ...twistedBodies(operation, aim)],
    often: fc.oneof(tooMany, ...odd.often),
  };
}

/** The aim; without one, ids that nobody has. */
function unaimed({ parameters: named }: Operation, aim: Partial<Call>): Partial<Call> {
  const own = { ...aim.params, ...aim.query };
  const missing = named.filter(({ name }) => !(name in own));
  const values = (place: string): Record<string, unknown> =>
    Object.fromEntries(missing.filter((one) => one.in === place).map(({ name }) => [name, beyond + 11]));
  return {
    ...aim,
    params: { ...values('path'), ...aim.params },
    query: { ...values('query'), ...aim.query },
  };
}

function parameters(operation: Operation, aim: Partial<Call>): { once: Odd[]; often: Odd[] } {
  const base = unaimed(operation, aim);
  const [once, often]: [Odd[], Odd[]] = [[], []];
  for (const { name, in: place } of operation.parameters) {
    const kind = place === 'path' ? 'params' : 'query';
    const withValue = (value: string): OddRequest => ({
      request: { ...base, [kind]: { ...base[kind], [name]: value } },
      twist: `an odd ${name}`,
    });
    once.push(...oddValues.map((value) => fc.constant(withValue(value))));
    often.push(anyValue.map(withValue));
    if (place === 'path') continue;
    const { [name]: _, ...others } = base.query ?? {};
    once.push(fc.constant({ request: { ...base, query: others }, twist: `no ${name}` }));
  }
  return { once, often };
}

type Odd = fc.Arbitrary<OddRequest>;

function twistedBodies(operation: Operation, aim: Partial<Call>): Odd[] {
  const { request } = operation;
  if (request === undefined) return [];
  const base = unaimed(operation, aim);
  const twists = everyTwist(request.schema);
  if (!request.contentType.startsWith('multipart/'))
    return twists.map(({ values }) =>
      values.map(({ value, twist }) => ({ request: { ...base, body: value ?? 'null' }, twist })),
    );
  const { form } = aim;
  if (form === undefined) return [];
  const names = oddNames.map((name) =>
    fc.integer({ min: 0, max: 2_000 }).map((size) => ({
      request: { ...base, form: { ...form, file: { ...form.file, name, bytes: new Uint8Array(size) } } },
      twist: `a file ${JSON.stringify(name)} of ${size} bytes`,
    })),
  );
  const fields = twists.map(({ values }) =>
    values.map(({ value, twist }) => ({
      request: { ...base, form: { ...form, fields: { ...form.fields, ...fieldsOf(value, form) } } },
      twist,
    })),
  );
  return [...names, ...fields];
}

/** The fields of the form as texts, without the file and what people write. */
function fieldsOf(value: unknown, { file }: NonNullable<Call['form']>): Record<string, string> {
  if (!isObject(value)) return {};
  const fields = Object.entries(value).filter(([key]) => key !== file.field && key !== 'message');
  return Object.fromEntries(
    fields.map(([key, one]) => [key, typeof one === 'string' ? one : JSON.stringify(one)]),
  );
}
