// What there is to try: every fault and every check, as they are now (not as the generated indexes say).
import { brokenBy } from '../../reference-server/fault-kit/breaks.ts';
import { faultNames, loadFault } from '../../reference-server/fault-kit/fault-files.ts';
import { appliesTo } from '../../reference-server/fault-kit/faults.ts';
import { dialectNames } from '../../specs/kit/dialect.ts';
import type { Profile } from '../../suites/kit/context.ts';
import { hasDriver } from '../../suites/kit/driver.ts';
import { checksFor } from '../../suites/kit/registry.ts';

export interface FaultIndex {
  name: string;
  kind: string;
  says: string;
  /** The dialects that it applies to. */
  dialects: string[];
  /** The full ids, in all of them. */
  breaks: string[];
  sometimes?: string;
  underLoad?: true;
}

export interface CheckIndex {
  id: string;
  dialect: string;
  file: string;
  says: string;
  requires: string[];
  catches: string[];
  profile: Profile;
}

/** Every fault that checks can catch. */
export async function everyFault(): Promise<FaultIndex[]> {
  return (await anyFault()).filter(({ underLoad }) => underLoad === undefined);
}

/** The same with those that only a load run can show. */
export async function anyFault(): Promise<FaultIndex[]> {
  const all = await Promise.all(faultNames().map(loadFault));
  return all.map((fault) => {
    const dialects = dialectNames().filter((dialect) => appliesTo(fault, dialect));
    return {
      name: fault.name,
      kind: fault.kind,
      says: fault.says,
      dialects,
      breaks: dialects.flatMap((dialect) => brokenBy(fault, dialect)),
      ...(fault.sometimes === undefined ? {} : { sometimes: fault.sometimes }),
      ...(fault.underLoad === undefined ? {} : { underLoad: fault.underLoad }),
    };
  });
}

export async function everyCheck(): Promise<CheckIndex[]> {
  const all: CheckIndex[] = [];
  for (const dialect of dialectNames().filter(hasDriver)) {
    for (const { id, file, says, requires, catches, profile } of await checksFor(dialect))
      all.push({ id, dialect, file, says, requires: [...requires], catches: [...catches], profile });
  }
  return all;
}
