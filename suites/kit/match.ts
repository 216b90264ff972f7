// Says why a value does not look like a pattern: the words in which every wait explains what it refused.

/** A pattern names only what matters: missing keys are not looked at. A function judges a value on its own. */
export type Pattern = unknown;

export type Judge = (value: unknown) => true | string;

/** The reasons why `value` does not match; none when it does. */
export function mismatches(value: unknown, pattern: Pattern, where = ''): string[] {
  if (typeof pattern === 'function') {
    const verdict: unknown = pattern(value);
    return verdict === true
      ? []
      : [`${where || 'the frame'} ${typeof verdict === 'string' ? verdict : `is ${show(value)}`}`];
  }
  if (isObject(pattern)) {
    if (!isObject(value)) return [`${where || 'the frame'} is ${show(value)}, not an object`];
    return Object.entries(pattern).flatMap(([key, wanted]) =>
      key in value
        ? mismatches(value[key], wanted, where ? `${where}.${key}` : key)
        : [`${where ? `${where}.${key}` : key} is missing`],
    );
  }
  if (Array.isArray(pattern)) {
    return JSON.stringify(pattern) === JSON.stringify(value)
      ? []
      : [`${where} is ${show(value)}, not ${show(pattern)}`];
  }
  return Object.is(value, pattern) ? [] : [`${where || 'the frame'} is ${show(value)}, not ${show(pattern)}`];
}

/** For ids: 7 and "7" name the same thing. */
export function sameId(id: unknown): Judge {
  return (value) => String(value) === String(id) || `is ${show(value)}, not ${show(id)}`;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value in a sentence: short, quoted, cut. */
export function show(value: unknown, limit = 120): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  const points = Array.from(text);
  return points.length <= limit ? text : `${points.slice(0, limit).join('')}… (${points.length} characters)`;
}
