// docs/kill-matrix.md
import type { Cell, Matrix } from './matrix.ts';

export function markdownOf(matrix: Matrix): string {
  const { perDialect, controls } = matrix;
  const lines = [
    '# The kill matrix',
    '',
    'Every fault of the reference server, each in a fresh server of its own, against the checks that decide what it',
    'breaks. A fault is caught when a requirement that it names as broken is judged `fail`; a crash of the server or',
    'of the harness does not count. Written by `npm run kill`.',
    '',
    '| | caught | of | |',
    '| --- | --- | --- | --- |',
    row('faults', matrix.faultsCaught, matrix.faultsTotal),
    row('faults × dialects', matrix.trialsCaught, matrix.trialsTotal),
    row(
      '… that always hit and break a must',
      matrix.deterministicMust.caught,
      matrix.deterministicMust.total,
    ),
    row('… in profile quick', matrix.quick.caught, matrix.quick.total),
    '',
    `Profile ${matrix.profile}, ${matrix.seeds} ${matrix.seeds === 1 ? 'seed' : 'seeds'}; ${matrix.kinds} kinds of faults; ${matrix.sometimes} faults hit only sometimes.`,
    '',
    '| dialect | caught | of | checks | proven to fail |',
    '| --- | --- | --- | --- | --- |',
    ...Object.entries(perDialect).map(
      ([name, { caught, total, checks, proven }]) =>
        `| ${name} | ${caught} | ${total} | ${checks} | ${proven} |`,
    ),
    '',
    '## Controls',
    '',
    '| dialect | the clean server | offering all that is optional | a fault that does nothing |',
    '| --- | --- | --- | --- |',
    ...Object.keys(controls.clean).map(
      (name) =>
        `| ${name} | ${cell(controls.clean[name] ?? '')} | ${cell(controls.offering[name] ?? '–')} | ${cell(controls.empty[name] ?? '')} |`,
    ),
    '',
    ...section(
      'Faults that survive',
      matrix.cells
        .filter(({ caught }) => !caught)
        .map(
          ({ dialect, fault, because, seedsCaught, seeds }) =>
            `${dialect} \`${fault}\`: caught with ${seedsCaught} of ${seeds} seeds${because === undefined ? '' : `; ${because}`}`,
        ),
    ),
    ...section('Checks that no fault reddens', matrix.checksWithoutKiller),
    ...section('Checks that were tried with their own faults only', matrix.checksThatNeverSurvive),
    ...section('Requirements of level must that no fault breaks', matrix.mustsWithoutFault),
    ...Object.keys(perDialect).flatMap((name) => table(name, matrix.cells)),
  ];
  return `${lines.join('\n')}\n`;
}

function row(what: string, caught: number, total: number): string {
  return `| ${what} | ${caught} | ${total} | ${total === 0 ? '' : `${((caught / total) * 100).toFixed(1)} %`} |`;
}

function section(title: string, items: readonly string[]): string[] {
  return [`## ${title}`, '', ...(items.length === 0 ? ['None.'] : items.map((item) => `- ${item}`)), ''];
}

function table(dialect: string, cells: readonly Cell[]): string[] {
  return [
    `## ${dialect}`,
    '',
    '| fault | kind | what a user notices | killed by | profile | seeds | first red | steps |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...cells.filter((one) => one.dialect === dialect).map(line),
    '',
  ];
}

function line(one: Cell): string {
  const says = one.sometimes === undefined ? one.says : `${one.says} (${one.sometimes})`;
  return `| \`${one.fault}\` | ${one.kind} | ${cell(says)} | ${killers(one)} | ${one.caught ? (one.quick ? 'quick' : 'standard') : '–'} | ${one.seedsCaught}/${one.seeds} | ${time(one.firstRedMs)} | ${one.steps ?? '–'} |`;
}

function killers({ killedBy, breaks }: Cell): string {
  const ids = [...new Set(killedBy.map(({ requirement }) => requirement))];
  if (ids.length === 0) return `**nothing** (breaks ${breaks.map((id) => `\`${id}\``).join(', ')})`;
  return ids.map((id) => `\`${id}\``).join(', ');
}

function time(ms: number | undefined): string {
  if (ms === undefined) return '–';
  const steps = [100, 300, 1000, 3000, 10_000];
  const below = steps.find((step) => ms < step);
  return below === undefined ? '≥ 10 s' : `< ${below / 1000} s`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
