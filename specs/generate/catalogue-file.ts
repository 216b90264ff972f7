// requirements.yaml: checked key by key, and turned into the catalogue's entries.
import Ajv from 'ajv/dist/2020.js';
import type { Dialect, Reading, Requirement } from '../kit/dialect.ts';
import { given } from '../kit/given.ts';
import { didYouMean } from '../kit/nearest.ts';
import { CATALOGUE_SCHEMA, type CatalogueEntry, type CatalogueFile } from './catalogue-schema.ts';
import { record, text } from './json.ts';
import { wrong, type YamlFile } from './yaml-file.ts';

const validate = new Ajv.default({ allErrors: true, strict: true, verbose: true }).compile<CatalogueFile>(
  CATALOGUE_SCHEMA,
);

export type Catalogue = Pick<Dialect, 'document' | 'requirements' | 'readings'>;

export function catalogueFrom(file: YamlFile): Catalogue {
  const value = file.value;
  if (!validate(value)) throw firstProblem(file);
  checkUnique(file, 'requirements', value.requirements);
  checkUnique(file, 'readings', value.readings ?? []);
  return {
    document: value.document,
    requirements: value.requirements.map(requirementFrom),
    readings: (value.readings ?? []).map(readingFrom),
  };
}

function requirementFrom(entry: CatalogueEntry): Requirement {
  return {
    id: entry.id,
    level: entry.level,
    evidence: entry.evidence,
    says: oneLine(entry.says),
    source: oneLine(entry.source),
    ...given('reading', text(entry.reading)),
    accepts: (entry.accepts ?? []).map(({ name, says }) => ({ name, says: oneLine(says) })),
    needs: entry.needs ?? [],
    ...given('untested', text(entry.untested)),
    wire: entry.wire ?? true,
  };
}

function readingFrom(entry: Reading): Reading {
  return {
    id: entry.id,
    topic: oneLine(entry.topic),
    source: oneLine(entry.source),
    text: oneLine(entry.text),
  };
}

function oneLine(value: string): string {
  return text(value) ?? '';
}

function checkUnique(file: YamlFile, key: string, entries: readonly { id: string }[]): void {
  const first = new Map<string, number>();
  for (const [index, { id }] of entries.entries()) {
    const line = file.lineOf([key, index, 'id']);
    const earlier = first.get(id);
    if (earlier !== undefined) {
      throw wrong(
        file,
        line,
        `the id "${id}" is already on line ${earlier}: give this entry an id of its own.`,
      );
    }
    first.set(id, line);
  }
}

function firstProblem(file: YamlFile): Error {
  const errors = validate.errors ?? [];
  const error = errors.find(({ keyword }) => keyword === 'additionalProperties') ?? errors[0];
  const keys = (error?.instancePath ?? '').split('/').slice(1).map(asKey);
  const place = keys.length === 0 ? 'the file' : `"${keys.join('.')}"`;
  const params = record(error?.params);
  const known = Object.keys(record(record(error?.parentSchema)['properties']));
  switch (error?.keyword) {
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      const hint = didYouMean(key, known) || ` Known are: ${known.join(', ')}.`;
      return wrong(file, file.lineOf([...keys, key]), `the key "${key}" is not known here.${hint}`);
    }
    case 'required':
      return wrong(
        file,
        file.lineOf(keys),
        `${place} has no "${String(params['missingProperty'])}": add it.`,
      );
    case 'enum': {
      const allowed = texts(params['allowedValues']);
      const sentence = `${place} is ${JSON.stringify(error.data)}.${didYouMean(String(error.data), allowed) || ` Write one of ${allowed.join(', ')}.`}`;
      return wrong(file, file.lineOf(keys), sentence);
    }
    default:
      return wrong(
        file,
        file.lineOf(keys),
        `${place} is ${cut(error?.data)}: it ${error?.message ?? 'is wrong'}.`,
      );
  }
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function asKey(part: string): string | number {
  return /^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function cut(value: unknown): string {
  const whole = value === undefined ? 'missing' : JSON.stringify(value);
  return whole.length > 60 ? `${whole.slice(0, 59)}…` : whole;
}
