// Which documented frames a value looks like: by its tag where there is one, else by JSON type and required keys.
import type { Message } from './dialect.ts';
import type { JsonSchema } from './json-schema.ts';
import { jsonType, typesOf } from './sentence.ts';

interface Tag {
  key: string;
  value: unknown;
}

const USUAL_TAGS = ['type', 'action', 'command'];

/** The tag of a frame: a required property with one constant value. */
export function tagOf(schema: JsonSchema): Tag | undefined {
  const constant = (schema.required ?? []).filter((key) => schema.properties?.[key]?.const !== undefined);
  const key = USUAL_TAGS.find((usual) => constant.includes(usual)) ?? constant[0];
  return key === undefined ? undefined : { key, value: schema.properties?.[key]?.const };
}

/** The messages that the value is most like; none when nothing documented looks like it. */
export function mostAlike(messages: readonly Message[], value: unknown): Message[] {
  const tagged = messages.filter((message) => alternatives(message).some((one) => carriesTag(one, value)));
  if (tagged.length > 0) return tagged;
  const untagged = messages.filter((message) =>
    alternatives(message).some((one) => tagOf(one) === undefined),
  );
  const foreign = messages.flatMap(alternatives).flatMap((schema) => tagOf(schema)?.key ?? []);
  const candidates = untagged.filter((message) => !bearsForeignTag(message, value, foreign));
  const scored = candidates.map((message) => ({ message, score: likeness(message, value) }));
  const best = Math.max(...scored.map(({ score }) => score));
  return best < 0 ? [] : scored.filter(({ score }) => score === best).map(({ message }) => message);
}

function alternatives({ schema }: Message): readonly JsonSchema[] {
  return schema.oneOf ?? schema.anyOf ?? [schema];
}

function carriesTag(schema: JsonSchema, value: unknown): boolean {
  const tag = tagOf(schema);
  return tag !== undefined && isObject(value) && value[tag.key] === tag.value;
}

// A frame with a tag that no message here has is an extension, also when its other fields look familiar.
function bearsForeignTag(message: Message, value: unknown, tags: readonly string[]): boolean {
  if (!isObject(value)) return false;
  const own = alternatives(message).flatMap((schema) => Object.keys(schema.properties ?? {}));
  return tags.some((key) => key in value && !own.includes(key));
}

/** The share of required keys that the value has; negative when it has another JSON type or less than half of them. */
function likeness(message: Message, value: unknown): number {
  const scores = alternatives(message)
    .filter((schema) => tagOf(schema) === undefined)
    .map((schema) => likenessTo(schema, value));
  return Math.max(...scores);
}

function likenessTo(schema: JsonSchema, value: unknown): number {
  const types = typesOf(schema).map((type) => (type === 'integer' ? 'number' : type));
  if (!types.includes(jsonType(value))) return -1;
  const required = schema.required ?? [];
  if (!isObject(value) || required.length === 0) return 0;
  const share = required.filter((key) => key in value).length / required.length;
  return share >= 0.5 ? share * required.length : -1;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return jsonType(value) === 'object';
}
