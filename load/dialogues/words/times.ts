/** Times that one person has not used before: a message is named by its time. */
export function clock(): () => number {
  let latest = 0;
  return () => {
    latest = Math.max(Date.now(), latest + 1);
    return latest;
  };
}

export function spell(at: number): string {
  return new Date(at).toISOString().replace('T', ' ').replace('Z', '');
}

/** Of both spellings that the document shows. */
export function instantOf(time: unknown): number {
  const spelled = String(time).trim().replace(' ', 'T');
  return Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(spelled) ? spelled : `${spelled}Z`);
}
