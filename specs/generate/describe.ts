import { basename, join } from 'node:path';
import type { Dialect } from '../kit/dialect.ts';
import { catalogueFrom } from './catalogue-file.ts';
import { channelsFrom } from './channels.ts';
import { record, text } from './json.ts';
import { operationsFrom } from './operations.ts';
import { checkReferences, checkRequirementsNamed } from './references.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

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
  return {
    name: basename(folder),
    title: text(info['title']) ?? basename(folder),
    document: catalogue.document,
    operations: await operationsFrom(files.openapi),
    channels: await channelsFrom(files.asyncapi),
    requirements: catalogue.requirements,
    readings: catalogue.readings,
  };
}
