// The catalogue and the readings as pages.
import type { Dialect, Reading, Requirement } from '../kit/dialect.ts';
import { GENERATED_MARKDOWN } from './marks.ts';

export function requirementsPage(dialect: Dialect): string {
  const count = (level: string): number => dialect.requirements.filter((one) => one.level === level).length;
  const { file, lines, sha256 } = dialect.document;
  return page([
    GENERATED_MARKDOWN,
    `# ${dialect.name}: requirements`,
    [
      `${dialect.requirements.length} requirements: ${count('must')} must, ${count('should')} should, ${count('may')} may.`,
      `Their source is ${file} (${lines} lines, SHA-256 \`${sha256}\`).`,
      'How levels follow from evidence: `stated` by a sentence, `shown` by an example, `implied` by either, or good `practice` where the document is silent.',
    ].join('\n'),
    ...[...byArea(dialect.requirements)].flatMap(([area, requirements]) => [
      `## ${area}`,
      table(
        ['requirement', 'level', 'evidence', 'source'],
        requirements.map((one) => [described(one), one.level, one.evidence, lineNumbers(one.source)]),
      ),
    ]),
  ]);
}

export function readingsPage(dialects: readonly Dialect[]): string {
  return page([
    GENERATED_MARKDOWN,
    '# Readings',
    'What we decided where a document is ambiguous, contradicts itself or says nothing.',
    ...dialects.flatMap((dialect) => [
      `## ${dialect.name}`,
      ...(dialect.readings.length === 0 ? [] : [dialectWide(dialect.readings)]),
      ...ofRequirements(dialect.requirements),
    ]),
  ]);
}

function dialectWide(readings: readonly Reading[]): string {
  return table(
    ['topic', 'reading', 'source'],
    readings.map((one) => [anchored(one.id, plain(one.topic)), plain(one.text), lineNumbers(one.source)]),
  );
}

function ofRequirements(requirements: readonly Requirement[]): string[] {
  const read = requirements.filter((one) => one.reading !== undefined || one.accepts.length > 0);
  if (read.length === 0) return [];
  const rows = read.map((one) => [
    `\`${one.id}\``,
    plain(one.reading ?? ''),
    alternatives(one),
    lineNumbers(one.source),
  ]);
  return [
    '### On single requirements',
    table(['requirement', 'reading', 'accepted when declared', 'source'], rows),
  ];
}

function described(one: Requirement): string {
  const untested = one.untested === undefined ? '' : `<br>*Not tested:* ${plain(one.untested)}`;
  const needs = one.needs.length === 0 ? '' : `<br>*Needs:* ${one.needs.join(', ')}`;
  return `<a id="${one.id}"></a>\`${one.id}\`<br>${plain(one.says)}${needs}${untested}`;
}

function alternatives(one: Requirement): string {
  return one.accepts.map(({ name, says }) => `\`${name}\`: ${plain(says)}`).join('<br>');
}

function anchored(id: string, words: string): string {
  return `<a id="${id}"></a>${words}`;
}

function lineNumbers(source: string): string {
  return source.replace(/[a-z0-9-]+\.md:/g, '');
}

function byArea(requirements: readonly Requirement[]): Map<string, Requirement[]> {
  const areas = new Map<string, Requirement[]>();
  for (const one of requirements) {
    const area = one.id.split('.')[1] ?? '';
    areas.set(area, [...(areas.get(area) ?? []), one]);
  }
  return areas;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

// Words from the specs are words: neither HTML nor the end of a cell, in code or out of it.
function plain(words: string): string {
  const parts = words.replaceAll('|', '\\|').split(/(`[^`]*`)/);
  return parts.map((part) => (part.startsWith('`') ? part : part.replaceAll('<', '&lt;'))).join('');
}

function page(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
