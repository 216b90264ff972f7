/** An object with this key where there is a value, and without it where there is none: for exact optional types. */
export function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  const some: { [P in K]?: V } = {};
  if (value !== undefined) some[key] = value;
  return some;
}
