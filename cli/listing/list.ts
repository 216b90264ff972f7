import { type Dialect, dialectNames, loadDialect, type Requirement } from '../../specs/kit/dialect.ts';
import { checksOf, type IndexedCheck, indexedChecks } from './coverage.ts';

export function printList(names: readonly string[], json: boolean): void {
  const dialects = (names.length === 0 ? dialectNames() : [...new Set(names)]).map(loadDialect);
  const checks = indexedChecks();
  const text = json ? JSON.stringify(listed(dialects, checks), null, 2) : rendered(dialects, checks);
  process.stdout.write(`${text}\n`);
}

export interface Listed {
  dialects: {
    name: string;
    document: string;
    http: number;
    channels: number;
    messages: number;
    requirements: ListedRequirement[];
  }[];
}

type Copied = 'id' | 'level' | 'evidence' | 'says' | 'source' | 'reading' | 'accepts';
type ListedRequirement = Pick<Requirement, Copied> & { checks: string[] };

/** What `list --json` prints: the specs in figures, and every requirement with the ids of its checks. */
export function listed(dialects: readonly Dialect[], checks: readonly IndexedCheck[]): Listed {
  return {
    dialects: dialects.map((dialect) => ({
      name: dialect.name,
      document: dialect.document.file,
      http: dialect.operations.length,
      channels: dialect.channels.length,
      messages: messagesIn(dialect),
      requirements: dialect.requirements.map(
        ({ wire: _wire, needs: _needs, untested: _untested, ...one }) => ({
          ...one,
          checks: checksOf(one.id, checks).map(({ id }) => id),
        }),
      ),
    })),
  };
}

export function rendered(dialects: readonly Dialect[], checks: readonly IndexedCheck[]): string {
  return dialects.map((dialect) => section(dialect, checks)).join('\n\n');
}

function section(dialect: Dialect, checks: readonly IndexedCheck[]): string {
  const figures = [
    count(dialect.operations.length, 'HTTP operation'),
    count(dialect.channels.length, 'channel'),
    count(messagesIn(dialect), 'message'),
    count(dialect.requirements.length, 'requirement'),
  ];
  const rows = dialect.requirements.map(
    (one) => `  ${one.level.padEnd(6)}  ${one.id}${coverage(one, checks)}`,
  );
  return [`${dialect.name}: ${dialect.document.file}, ${figures.join(', ')}`, ...rows].join('\n');
}

function coverage(one: Requirement, checks: readonly IndexedCheck[]): string {
  if (one.untested !== undefined) return '  (untested)';
  const covering = checksOf(one.id, checks).length;
  return covering === 0 ? '' : `  (${count(covering, 'check')})`;
}

function messagesIn(dialect: Dialect): number {
  return dialect.channels.reduce((sum, one) => sum + one.fromClient.length + one.fromServer.length, 0);
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
