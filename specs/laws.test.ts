// Laws that every dialect keeps: one that is added is judged by them without being named here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DiagnosticSeverity, Parser } from '@asyncapi/parser';
import { validate } from '@readme/openapi-parser';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSpecFiles } from './generate/describe.ts';
import { record, texts } from './generate/json.ts';
import { requirementsNamed } from './generate/references.ts';
import { arbitraryFrom, nearlyValid } from './kit/arbitraries.ts';
import { accepts } from './kit/compile.ts';
import { type Dialect, type Direction, dialectNames, type JsonSchema, loadDialect } from './kit/dialect.ts';
import { packageRoot } from './kit/root.ts';
import { matchFrame } from './kit/validate.ts';
import { violationsOf } from './kit/violations.ts';
import { documentOf, namesNotNear, problemsOfSource } from './laws/documents.ts';
import { contentOf, joinedWords, projectFiles, runs, runsOfProse, sha256 } from './laws/words.ts';

const names = dialectNames();
const dialects = names.map(loadDialect);
const named = dialects.map((dialect) => [dialect.name, dialect] as const);
const CASES = { seed: 4711, numRuns: 200 };
const DIRECTIONS: readonly Direction[] = ['fromClient', 'fromServer'];

function folderOf(name: string): string {
  return join(packageRoot(), 'specs', name);
}

/** Every schema of a dialect, with the examples that it has to accept. */
function described(dialect: Dialect): { where: string; schema: JsonSchema; examples: unknown[] }[] {
  const bodies = dialect.operations.flatMap(({ id, request, answers, parameters }) => [
    ...(request ? [{ where: `${id} request`, ...request }] : []),
    ...answers.flatMap(({ status, schema, examples }) =>
      schema ? [{ where: `${id} ${status}`, schema, examples }] : [],
    ),
    ...parameters.map(({ name, schema, example }) => ({
      where: `${id} ?${name}`,
      schema,
      examples: [example],
    })),
  ]);
  const frames = dialect.channels.flatMap((channel) =>
    DIRECTIONS.flatMap((direction) =>
      channel[direction].map((one) => ({ where: `${channel.id} ${direction} ${one.id}`, ...one })),
    ),
  );
  return [...bodies, ...frames].map(({ where, schema, examples }) => ({ where, schema, examples }));
}

it('has at least one dialect', () => {
  expect(names).toContain('receipts');
});

it.each(names)('%s: the official OpenAPI parser has nothing to say', async (name) => {
  const verdict = await validate(join(folderOf(name), 'openapi.yaml'));
  expect(verdict).toMatchObject({ valid: true, warnings: [] });
});

it.each(names)('%s: the official AsyncAPI parser has neither errors nor warnings', async (name) => {
  const { diagnostics } = await new Parser().parse(
    readFileSync(join(folderOf(name), 'asyncapi.yaml'), 'utf8'),
  );
  expect(diagnostics.filter(({ severity }) => severity <= DiagnosticSeverity.Warning)).toEqual([]);
});

it.each(named)('%s: everything has an example, and every example is accepted', (_, dialect) => {
  for (const { where, schema, examples } of described(dialect)) {
    expect(examples.length, `${where} has no example`).toBeGreaterThan(0);
    for (const one of examples) expect(violationsOf(schema, one, { whole: where }), where).toEqual([]);
  }
});

it.each(named)('%s: the example of a frame is recognised as that frame', (_, dialect) => {
  for (const { id, ...channel } of dialect.channels) {
    for (const direction of DIRECTIONS) {
      for (const message of channel[direction]) {
        const found = message.examples.map((one) => matchFrame(dialect, id, direction, one));
        expect(found.map((match) => match?.message.id)).toEqual(found.map(() => message.id));
      }
    }
  }
});

it.each(named)(
  '%s: operations, channels and messages say which requirements they are about',
  (_, dialect) => {
    const messages = dialect.channels.flatMap(({ fromClient, fromServer }) => [...fromClient, ...fromServer]);
    const all = [...dialect.operations, ...dialect.channels, ...messages];
    expect(all.filter(({ requirements }) => requirements.length === 0).map(({ id }) => id)).toEqual([]);
    const { asyncapi } = readSpecFiles(folderOf(dialect.name));
    const operations = Object.entries(record(record(asyncapi.value)['operations']));
    const mute = operations.filter(([, one]) => texts(record(one)['x-requirements']).length === 0);
    expect(mute.map(([id]) => id)).toEqual([]);
  },
);

it.each(named)(
  '%s: every id that a spec names exists, and every requirement about the wire is named',
  (_, dialect) => {
    const { openapi, asyncapi } = readSpecFiles(folderOf(dialect.name));
    const named = new Set([openapi, asyncapi].flatMap(requirementsNamed).map(({ id }) => id));
    const known = dialect.requirements.map(({ id }) => id);
    expect([...named].filter((id) => !known.includes(id))).toEqual([]);
    const unnamed = dialect.requirements.filter(({ id, wire }) => wire && !named.has(id));
    expect(
      unnamed.map(({ id }) => id),
      'Name them in a spec, or say `wire: false`.',
    ).toEqual([]);
  },
);

it.each(named)('%s: ids are well-formed, unique, and stay what they are', async (_, dialect) => {
  const ids = dialect.requirements.map(({ id }) => id);
  const form = new RegExp(`^${dialect.name}\\.[a-z0-9-]+\\.[a-z0-9-]+$`);
  const all = [...ids, ...dialect.readings.map(({ id }) => id)];
  expect(all.filter((id) => !form.test(id))).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
  const sorted = [...ids].sort((a, b) => (a < b ? -1 : 1));
  await expect(`${sorted.join('\n')}\n`).toMatchFileSnapshot(`laws/ids/${dialect.name}.txt`);
});

it.each(named)('%s: level follows evidence', (_, dialect) => {
  const allowed = {
    stated: ['must'],
    shown: ['must', 'should'],
    implied: ['should'],
    practice: ['should', 'may'],
  };
  const off = dialect.requirements.filter(({ level, evidence }) => !allowed[evidence].includes(level));
  expect(off.map(({ id, level, evidence }) => `${id} is ${evidence} and ${level}`)).toEqual([]);
});

it.each(named)('%s: alternatives have names of their own', (_, dialect) => {
  for (const { id, accepts: alternatives } of dialect.requirements) {
    expect(new Set(alternatives.map(({ name }) => name)).size, id).toBe(alternatives.length);
  }
});

const sourced = dialects.map((dialect) => {
  const document = documentOf(dialect);
  const recorded = `as recorded: ${dialect.document.lines} lines, SHA-256 ${dialect.document.sha256}`;
  return [dialect.name, document ? 'the document itself' : recorded, dialect, document] as const;
});

it.each(sourced)(
  '%s: every source exists (%s) and holds what the requirement names',
  (_, _how, dialect, document) => {
    if (document) {
      expect(dialect.document).toMatchObject({ sha256: document.sha256, lines: document.lines.length });
    }
    const sources = [...dialect.requirements, ...dialect.readings];
    expect(
      sources.flatMap(({ id, source }) =>
        problemsOfSource(source, dialect, document).map((one) => `${id}: ${one}`),
      ),
    ).toEqual([]);
    if (document === undefined) return;
    const far = dialect.requirements.map((one) => ({ id: one.id, far: namesNotNear(one, document) }));
    expect(far.filter((one) => one.far.length > 0)).toEqual([]);
  },
);

it.each(named)('%s: the arbitraries make what the validators accept', (_, dialect) => {
  for (const { where, schema } of described(dialect)) {
    const property = fc.property(arbitraryFrom(schema), (value) => accepts(schema, value));
    expect(fc.check(property, CASES), where).toMatchObject({ failed: false });
  }
});

it.each(named)(
  '%s: the validators refuse what is a step away, and accept what is merely more',
  (_, dialect) => {
    const bodies = dialect.operations.flatMap(({ id, request }) =>
      request ? [{ where: id, schema: request.schema }] : [],
    );
    const frames = dialect.channels.flatMap(({ fromClient }) =>
      fromClient.map(({ id, schema }) => ({ where: id, schema })),
    );
    for (const { where, schema } of [...bodies, ...frames]) {
      const property = fc.property(nearlyValid(schema), ({ value, kind, valid }) => {
        if (kind === 'extra') expect(valid).toBe(true);
        if (kind === 'missing' || kind === 'wrong-type' || kind === 'null')
          expect(accepts(schema, value)).toBe(false);
      });
      expect(fc.check(property, CASES), where).toMatchObject({ failed: false });
    }
  },
);

it('copies no sentence from a document', ({ skip }) => {
  const documents = dialects.flatMap((dialect) => documentOf(dialect)?.lines.join('\n') ?? []);
  skip(documents.length === 0, 'the documents do not lie beside the project');
  const prose = new Set(documents.flatMap((text) => [...runsOfProse(text, 8)]));
  const copied = projectFiles().flatMap((file) =>
    [...runs(contentOf(file), 8)].filter((run) => prose.has(run)).map((run) => `${file}: ${run}`),
  );
  expect(copied).toEqual([]);
});

it('names no real person, address or host from a document', () => {
  const never = new Set<unknown>(JSON.parse(contentOf('specs/laws/never-here.json')));
  const found = projectFiles().flatMap((file) =>
    [...joinedWords(`${file} ${contentOf(file)}`)]
      .filter((word) => never.has(sha256(word)))
      .map((word) => `${file}: ${word}`),
  );
  expect(found).toEqual([]);
});
