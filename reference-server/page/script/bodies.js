// The bodies of requests: JSON to edit, or a form with its files.
import { asSentBy } from './cast.js';
import { h } from './dom.js';
import { following } from './fields.js';

export function bodyPart({ id, request }) {
  if (request === undefined) return { node: undefined, content: () => ({}) };
  const { contentType, schema, examples } = request;
  return contentType === 'multipart/form-data'
    ? formPart(id, schema, examples[0] ?? {})
    : jsonPart(id, request);
}

function jsonPart(id, { contentType, examples }) {
  const node = h('textarea', { rows: '3', spellcheck: 'false', 'aria-label': 'The body as JSON' });
  following(node, () => JSON.stringify(asSentBy(examples[0], id), null, 2));
  const content = () => ({ body: node.value, headers: { 'content-type': contentType }, shown: node.value });
  return { node, content };
}

function formPart(id, schema, example) {
  const fields = Object.entries(schema.properties ?? {}).map(([name, { format }]) => {
    const isFile = format === 'binary';
    const input = h('input', { type: isFile ? 'file' : 'text', 'aria-label': name });
    if (!isFile) following(input, () => asSentBy(example, id)[name] ?? '');
    return { name, input, value: () => (isFile ? fileOf(input) : input.value) };
  });
  const labelled = fields.map(({ name, input }) => h('span', {}, h('label', {}, name), input));
  return {
    node: h('div', { class: 'fields' }, labelled),
    content() {
      const body = new FormData();
      for (const { name, value } of fields) body.append(name, value());
      const shown = [...body].map(([name, value]) => [name, value.name ?? value]);
      return { body, headers: {}, shown: JSON.stringify(Object.fromEntries(shown)) };
    },
  };
}

/** The chosen file; without one, a small text, so that the endpoint can be tried at once. */
function fileOf(input) {
  const text = 'Hello from the page of the reference server.\n';
  return input.files[0] ?? new File([text], 'hello.txt', { type: 'text/plain' });
}
