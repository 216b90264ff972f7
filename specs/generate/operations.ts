// openapi.yaml, by the official rules, as the operations of a dialect.
import { compileErrors, dereference, validate } from '@readme/openapi-parser';
import type { Answer, Method, Operation, Parameter, RequestBody } from '../kit/dialect.ts';
import { given } from '../kit/given.ts';
import { list, record, text, texts } from './json.ts';
import { schemaFrom, withoutParserMarks } from './schema-from.ts';
import { wrong, type YamlFile } from './yaml-file.ts';

const METHODS: readonly Method[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

export async function operationsFrom(file: YamlFile): Promise<Operation[]> {
  const verdict = await validate(file.path);
  if (!verdict.valid || verdict.warnings.length > 0) {
    throw wrong(file, 1, `the OpenAPI parser refuses it: ${compileErrors(verdict).replace(/\s+/g, ' ')}`);
  }
  const api = record(await dereference(file.path));
  return Object.entries(record(api['paths'])).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const raw = record(item)[method.toLowerCase()];
      if (raw === undefined) return [];
      const line = file.lineOf(['paths', path, method.toLowerCase()]);
      const refuse = (sentence: string): Error => wrong(file, line, `${method} ${path} ${sentence}`);
      return [operationFrom(method, path, { api, item: record(item), raw: record(raw), refuse })];
    }),
  );
}

interface Parts {
  api: Record<string, unknown>;
  item: Record<string, unknown>;
  raw: Record<string, unknown>;
  refuse(sentence: string): Error;
}

function operationFrom(method: Method, path: string, { api, item, raw, refuse }: Parts): Operation {
  const id = text(raw['operationId']);
  if (id === undefined) throw refuse('has no operationId: give it one, a verb phrase in camelCase.');
  const request = requestFrom(raw['requestBody'], refuse);
  return {
    id,
    ...given('summary', text(raw['summary'])),
    method,
    path,
    parameters: [...list(item['parameters']), ...list(raw['parameters'])].map((one) =>
      parameterFrom(one, refuse),
    ),
    ...given('request', request),
    answers: Object.entries(record(raw['responses'])).map(([status, one]) => answerFrom(status, one, refuse)),
    requirements: texts(raw['x-requirements']),
    secured: isSecured(raw['security'] ?? api['security']),
  };
}

// `security: [{}, {…}]` leaves the token open, which is not asking for one.
function isSecured(security: unknown): boolean {
  const choices = list(security).map(record);
  return choices.length > 0 && choices.every((choice) => Object.keys(choice).length > 0);
}

function parameterFrom(value: unknown, refuse: Parts['refuse']): Parameter {
  const raw = record(value);
  const place = raw['in'];
  if (place !== 'path' && place !== 'query' && place !== 'header') {
    throw refuse(`has a parameter in "${String(place)}": only path, query and header are understood.`);
  }
  const example = raw['example'] ?? examplesOf(raw)[0];
  return {
    name: String(raw['name']),
    in: place,
    required: raw['required'] === true,
    schema: schemaFrom(raw['schema']),
    ...given('example', example),
  };
}

function requestFrom(value: unknown, refuse: Parts['refuse']): RequestBody | undefined {
  const raw = record(value);
  const content = onlyContent(raw['content'], refuse);
  if (content === undefined) return undefined;
  return {
    contentType: content.type,
    schema: schemaFrom(content.media['schema']),
    required: raw['required'] === true,
    examples: examplesOf(content.media),
  };
}

function answerFrom(status: string, value: unknown, refuse: Parts['refuse']): Answer {
  const raw = record(value);
  const content = onlyContent(raw['content'], refuse);
  const schema = content?.media['schema'];
  return {
    status,
    ...given('contentType', content?.type),
    ...given('schema', schema === undefined ? undefined : schemaFrom(schema)),
    ...given('shape', text(raw['x-shape'])),
    ...given('values', text(raw['x-values'])),
    examples: content === undefined ? [] : examplesOf(content.media),
  };
}

function onlyContent(
  value: unknown,
  refuse: Parts['refuse'],
): { type: string; media: Record<string, unknown> } | undefined {
  const [first, second] = Object.entries(record(value));
  if (second !== undefined)
    throw refuse(`has more than one content type: describe one, "${second[0]}" is too many.`);
  return first && { type: first[0], media: record(first[1]) };
}

function examplesOf(media: Record<string, unknown>): unknown[] {
  const named = Object.values(record(media['examples'])).map((one) => record(one)['value']);
  const single = 'example' in media ? [media['example']] : [];
  return [...named, ...single].map(withoutParserMarks);
}
