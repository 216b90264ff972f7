// `chatproof liberties`: what the reference server can do otherwise without breaking anything.
import { appliesTo } from '../../reference-server/fault-kit/faults.ts';
import { libertyNames, loadLiberty } from '../../reference-server/fault-kit/liberties.ts';
import { dialectNames, loadDialect } from '../../specs/kit/dialect.ts';

export async function printLiberties(named: readonly string[], json: boolean): Promise<void> {
  for (const name of named) loadDialect(name);
  const dialects = named.length > 0 ? named : dialectNames();
  const all = await Promise.all(libertyNames().map(loadLiberty));
  const listed = all.flatMap(({ name, says, because, ...one }) => {
    const where = dialects.filter((dialect) => appliesTo(one, dialect));
    return where.length === 0 ? [] : [{ name, dialects: where, says, because }];
  });
  const lines = listed.map(
    ({ name, dialects: where, says, because }) => `${name}  (${where.join(', ')})\n  ${says}\n  ${because}`,
  );
  process.stdout.write(`${json ? JSON.stringify(listed, null, 2) : lines.join('\n\n')}\n`);
}
