import { basename, join } from 'node:path';
import type { Dialect, JsonSchema } from '../kit/dialect.ts';
import { unknownKeyword, unknownKeywordSentence } from '../kit/known-keywords.ts';
import { catalogueFrom } from './catalogue-file.ts';
import { channelsFrom } from './channels.ts';
import { record, text } from './json.ts';
import { operationsFrom } from './operations.ts';
import { checkReferences, checkRequirementsNamed } from './references.ts';
import { readYaml, wrong, type YamlFile } from './yaml-file.ts';

export interface SpecFiles {
  openapi: YamlFile;
  asyncapi: YamlFile;
  requirements: YamlFile;
}

export function readSpecFiles(folder: string): SpecFiles {
  return {
    openapi: readYaml(join(folder, 'openapi.yaml')),
    asyncapi: readYaml(join(folder, 'asyncapi.yaml')),
    requirements: readYaml(join(folder, 'requirements.yaml')),
  };
}

/** Everything that the three files of a dialect say, dereferenced. */
export async function describe(folder: string, files: SpecFiles = readSpecFiles(folder)): Promise<Dialect> {
  const catalogue = catalogueFrom(files.requirements);
  const ids = catalogue.requirements.map(({ id }) => id);
  for (const file of [files.openapi, files.asyncapi]) {
    checkReferences(file);
    checkRequirementsNamed(file, ids);
  }
  const info = record(record(files.openapi.value)['info']);
  const dialect: Dialect = {
    name: basename(folder),
    title: text(info['title']) ?? basename(folder),
    document: catalogue.document,
    operations: await operationsFrom(files.openapi),
    channels: await channelsFrom(files.asyncapi),
    requirements: catalogue.requirements,
    readings: catalogue.readings,
  };
  for (const { file, schema } of schemasOf(dialect, files)) checkKeywords(file, schema);
  return dialect;
}

function schemasOf(
  dialect: Dialect,
  { openapi, asyncapi }: SpecFiles,
): { file: YamlFile; schema: JsonSchema }[] {
  const bodies = dialect.operations.flatMap(({ parameters, request, answers }): JsonSchema[] => [
    ...parameters.map(({ schema }) => schema),
    ...(request ? [request.schema] : []),
    ...answers.flatMap(({ schema }) => (schema ? [schema] : [])),
  ]);
  const frames = dialect.channels.flatMap(({ fromClient, fromServer }) => [...fromClient, ...fromServer]);
  return [
    ...bodies.map((schema) => ({ file: openapi, schema })),
    ...frames.map(({ schema }) => ({ file: asyncapi, schema })),
  ];
}

function checkKeywords(file: YamlFile, schema: JsonSchema): void {
  const unknown = unknownKeyword(schema);
  if (unknown === undefined) return;
  throw wrong(file, file.lineOfKey(unknown.keyword), unknownKeywordSentence(unknown));
}
