import { requirement } from '../../specs/kit/catalogue.ts';
import { type Dialect, loadDialect, type Requirement } from '../../specs/kit/dialect.ts';
import { checksOf, faultsOf, type IndexedCheck, type IndexedFault } from './coverage.ts';

export function printExplanation(id: string, json: boolean): void {
  const one = explanation(requirement(id));
  process.stdout.write(`${json ? JSON.stringify(one, null, 2) : rendered(one)}\n`);
}

export interface Explanation extends Requirement {
  dialect: string;
  /** The operations, channels and frames of the specs that name it. */
  about: string[];
  checks: IndexedCheck[];
  faults: IndexedFault[];
  /** The command that runs only what decides this requirement. */
  run: string;
}

function explanation(one: Requirement): Explanation {
  const dialect = loadDialect(one.id.split('.')[0] ?? '');
  return {
    ...one,
    dialect: dialect.name,
    about: placesThatName(dialect, one.id),
    checks: checksOf(one.id),
    faults: faultsOf(one.id),
    run: `npx chatproof check ${dialect.name} --only ${one.id}`,
  };
}

function placesThatName(dialect: Dialect, id: string): string[] {
  const operations = dialect.operations.filter(({ requirements }) => requirements.includes(id));
  const channels = dialect.channels.filter(({ requirements }) => requirements.includes(id));
  const messages = dialect.channels.flatMap(({ id: channel, fromClient, fromServer }) => [
    ...fromClient.map((one) => ({ one, says: `frame ${one.id} to the server on ${channel}` })),
    ...fromServer.map((one) => ({ one, says: `frame ${one.id} from the server on ${channel}` })),
  ]);
  return [
    ...operations.map(({ method, path }) => `${method} ${path}`),
    ...channels.map(({ address }) => `channel ${address}`),
    ...messages.filter(({ one }) => one.requirements.includes(id)).map(({ says }) => says),
  ];
}

export function rendered(one: Explanation): string {
  const accepts = one.accepts.map(({ name, says }) => `${name}: ${says}`);
  const checks = one.checks.map(({ says, file }) => `${says} (${file})`);
  const rows: [string, readonly string[]][] = [
    ['source', [one.source]],
    ['reading', one.reading === undefined ? [] : [one.reading]],
    ['accepts', accepts],
    ['needs', one.needs],
    ['untested', one.untested === undefined ? [] : [one.untested]],
    ['about', one.about],
    ['checks', checks.length === 0 && one.untested === undefined ? ['none yet'] : checks],
    ['faults', one.faults.map(({ name, says }) => `${name}: ${says}`)],
    ['run', [one.run]],
  ];
  const lines = rows.flatMap(([label, values]) =>
    values.map((value, index) => entry(index === 0 ? label : '', value)),
  );
  return [`${one.id}  (${one.level}, ${one.evidence})`, '', ...wrapped(one.says, 2), '', ...lines].join('\n');
}

const LABEL = 12;

function entry(label: string, value: string): string {
  // A command is copied as it is, on one line.
  const lines = label === 'run' ? [`${' '.repeat(LABEL)}${value}`] : wrapped(value, LABEL);
  return lines.join('\n').replace(' '.repeat(LABEL), `  ${label.padEnd(LABEL - 2)}`);
}

function wrapped(text: string, indent: number, width = 80): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => `${' '.repeat(indent)}${one}`);
}
