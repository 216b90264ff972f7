// docs/kill-matrix.md
import type { Cell } from './cell.ts';
import type { Matrix } from './matrix.ts';

export function markdownOf(matrix: Matrix): string {
  const { perDialect, controls } = matrix;
  const lines = [
    '# The kill matrix',
    '',
    'Every fault of the reference server, each in a fresh server of its own, against the checks that decide what it',
    'breaks. A fault is caught when a requirement that it names as broken is judged `fail`; a crash of the server or',
    'of the harness does not count. With several seeds it has to be caught in nine of ten of them, or it counts as a',
    'survivor. Written by `npm run kill`.',
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
    `Profile ${matrix.profile}; ${matrix.kinds} kinds of faults; ${matrix.sometimes} faults hit only sometimes.`,
    '',
    ...foundHow(matrix),
    '| dialect | caught | of | checks | proven to fail | seeds |',
    '| --- | --- | --- | --- | --- | --- |',
    ...Object.entries(perDialect).map(
      ([name, { caught, total, checks, proven }]) =>
        `| ${name} | ${caught} | ${total} | ${checks} | ${proven} | ${seedsIn(matrix, name)} |`,
    ),
    '',
    '## Controls',
    '',
    '| dialect | the clean server | with all that is optional, and restarts | a fault that does nothing |',
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
    ...section('Checks that never stayed green at a fault', matrix.checksThatNeverSurvive),
    ...section('Requirements of level must that no fault breaks', matrix.mustsWithoutFault),
    ...Object.keys(perDialect).flatMap((name) => table(name, matrix.cells)),
  ];
  return `${lines.join('\n')}\n`;
}

function foundHow({ firstRedMs, counterexamples }: Matrix): string[] {
  const { found, half, longest } = counterexamples;
  return [
    `The first red comes within ${firstRedMs.half} ms for half of them, and within ${firstRedMs.most} ms for nine in ten. *Steps* is what`,
    'the harness opened, sent and asked until then; *counterexample* is how many steps the smallest sequence has that the',
    `model found: it was asked about ${found} of them, where half of the sequences have at most ${half} steps and the longest has`,
    `${longest}.`,
    '',
  ];
}

function seedsIn({ cells }: Matrix, name: string): string {
  const seeds = cells.filter(({ dialect }) => dialect === name).map((one) => one.seeds);
  const [least, most] = [Math.min(...seeds), Math.max(...seeds)];
  return least === most ? `${most}` : `${least} to ${most}`;
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
    '| fault | kind | what a user notices | killed by | profile | seeds | first red | steps | counterexample |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...cells.filter((one) => one.dialect === dialect).map(line),
    '',
  ];
}

function line(one: Cell): string {
  const says = one.sometimes === undefined ? one.says : `${one.says} (${one.sometimes})`;
  return `| \`${one.fault}\` | ${one.kind} | ${cell(says)} | ${killers(one)} | ${one.caught ? (one.quick ? 'quick' : 'standard') : '–'} | ${one.seedsCaught}/${one.seeds} | ${time(one.firstRedMs)} | ${one.steps ?? '–'} | ${one.counterexample ?? '–'} |`;
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
