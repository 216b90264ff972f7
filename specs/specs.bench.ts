// npm run bench:specs: what the specs cost a command that needs them, and one that does not.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { compile } from './kit/compile.ts';
import { type Dialect, dialectNames, type JsonSchema, loadDialect } from './kit/dialect.ts';
import { packageRoot } from './kit/root.ts';

function schemasOf(dialect: Dialect): JsonSchema[] {
  const bodies = dialect.operations.flatMap(({ request, answers }) => [
    request?.schema,
    ...answers.map((one) => one.schema),
  ]);
  const frames = dialect.channels.flatMap(({ fromClient, fromServer }) => [...fromClient, ...fromServer]);
  return [...bodies, ...frames.map(({ schema }) => schema)].filter((schema) => schema !== undefined);
}

const start = performance.now();
const dialects = dialectNames().map(loadDialect);
const loaded = performance.now();
const schemas = dialects.flatMap(schemasOf);
for (const schema of schemas) compile(schema);
const compiled = performance.now();

console.log(`load ${dialects.length} dialects:        ${(loaded - start).toFixed(0).padStart(5)} ms`);
console.log(`compile ${schemas.length} validators:    ${(compiled - loaded).toFixed(0).padStart(5)} ms`);
console.log(`both, of 1000 ms allowed: ${(compiled - start).toFixed(0).padStart(5)} ms`);

for (const words of [['--version'], ['--help'], ['list']]) {
  const times = Array.from({ length: 7 }, () => {
    const before = performance.now();
    execFileSync(process.execPath, [join(packageRoot(), 'dist', 'cli', 'main.js'), ...words]);
    return performance.now() - before;
  }).sort((a, b) => a - b);
  const median = times[3] ?? Number.NaN;
  console.log(
    `chatproof ${words.join(' ').padEnd(15)} ${median.toFixed(0).padStart(5)} ms, median of 7 (150 ms allowed for the first two)`,
  );
}
