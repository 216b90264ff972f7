// What a schema has against a value, in sentences for people, each with the requirement that it breaks.
import { type ErrorObject, errorsOf } from './compile.ts';
import { given } from './given.ts';
import type { JsonSchema } from './json-schema.ts';
import { sentence, typeMismatch } from './sentence.ts';

export interface Violation {
  requirement?: string;
  kind: 'shape' | 'value';
  /** JSON pointer. */
  where: string;
  /** One sentence, without a full stop. */
  says: string;
}

export interface Blame {
  /** What the whole value is called: "the frame", "the body". */
  whole: string;
  /** Blamed for presence and JSON type where the property names none of its own. */
  shape?: string | undefined;
  /** Blamed for values where the property names none of its own. */
  values?: string | undefined;
}

export function violationsOf(schema: JsonSchema, value: unknown, blame: Blame): Violation[] {
  if (value === undefined) return [absence(schema, blame)];
  const errors = errorsOf(schema, value);
  return errors.length === 0 ? [] : unique(decided(errors).map((error) => violation(error, blame)));
}

function absence(schema: JsonSchema, blame: Blame): Violation {
  const requirement = schema['x-requirement'] ?? blame.shape;
  return {
    ...given('requirement', requirement),
    kind: 'shape',
    where: '',
    says: `${blame.whole} is missing`,
  };
}

function violation(error: ErrorObject, blame: Blame): Violation {
  const parent: JsonSchema = error.parentSchema ?? {};
  const missing = error.keyword === 'required' ? String(error.params['missingProperty']) : undefined;
  const schema = missing === undefined ? parent : (parent.properties?.[missing] ?? {});
  const kind = missing !== undefined || typeMismatch(error) ? 'shape' : 'value';
  const requirement =
    kind === 'shape'
      ? (schema['x-requirement'] ?? blame.shape)
      : (schema['x-value-requirement'] ?? blame.values);
  return {
    ...given('requirement', requirement),
    kind,
    where: missing === undefined ? error.instancePath : `${error.instancePath}/${escapePointer(missing)}`,
    says: sentence(error, blame.whole),
  };
}

/** The errors that count: of alternatives only the nearest one's, and nothing about the value of a field of another type. */
function decided(errors: readonly ErrorObject[]): ErrorObject[] {
  const alternatives = errors.find(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf');
  if (alternatives !== undefined) return decided(withoutLosingBranches(errors, alternatives));
  const mistyped = new Set(errors.filter(typeMismatch).map(({ instancePath }) => instancePath));
  return errors.filter((error) => typeMismatch(error) || !mistyped.has(error.instancePath));
}

function withoutLosingBranches(errors: readonly ErrorObject[], chosen: ErrorObject): ErrorObject[] {
  const inside = `${chosen.schemaPath}/`;
  const sameValue = ({ instancePath }: ErrorObject): boolean =>
    instancePath === chosen.instancePath || instancePath.startsWith(`${chosen.instancePath}/`);
  const within = errors.filter((error) => error.schemaPath.startsWith(inside) && sameValue(error));
  const others = errors.filter((error) => error !== chosen && !within.includes(error));
  const fits = branchesOf(within, inside)
    .filter((branch) => !branch.some((one) => typeMismatch(one) && one.instancePath === chosen.instancePath))
    .sort((a, b) => a.length - b.length)[0];
  const verdict = fits ?? [{ ...chosen, keyword: within.length > 0 ? 'type' : 'matches-several' }];
  return [...others, ...verdict];
}

function branchesOf(errors: readonly ErrorObject[], inside: string): ErrorObject[][] {
  const branches = new Map<string, ErrorObject[]>();
  for (const error of errors) {
    const index = error.schemaPath.slice(inside.length).split('/')[0] ?? '';
    branches.set(index, [...(branches.get(index) ?? []), error]);
  }
  return [...branches.values()];
}

function unique(violations: readonly Violation[]): Violation[] {
  const seen = new Map(violations.map((one) => [`${one.where} ${one.says}`, one]));
  return [...seen.values()];
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
