// Fields that are filled for whoever is going to use them.
import { standIn } from './cast.js';
import { h } from './dom.js';
import { on } from './state.js';

/** Keeps a field as `make` says, with what the page learns, until somebody edits it; gives a function that fills it. */
export function following(field, make) {
  let isEdited = false;
  const fill = () => {
    isEdited = false;
    field.value = make();
  };
  field.addEventListener('input', () => {
    isEdited = true;
  });
  on('cast', fill);
  on('seen', () => isEdited || field === document.activeElement || fill());
  fill();
  return { fill, isEdited: () => isEdited };
}

let count = 0;

/** A field for each parameter of an address, and the address that they make. */
export function addressFields(address, parameters) {
  const [path] = address.split('?');
  const fields = parameters.filter((one) => one.in !== 'header').map(fieldFor);
  const row = fields.map(({ label, input }) => h('span', {}, label, input));
  return {
    row: row.length > 0 && h('div', { class: 'fields' }, row),
    /** As the fields say, or as they would for somebody else. */
    address(index) {
      const query = new URLSearchParams();
      let filled = path;
      for (const { name, in: place, input, valueFor } of fields) {
        const value = index === undefined ? input.value : valueFor(index);
        if (place === 'path') filled = filled.replace(`{${name}}`, encodeURIComponent(value));
        else if (value !== '') query.set(name, value);
      }
      return filled + (query.size > 0 ? `?${query}` : '');
    },
  };
}

function fieldFor({ name, in: place, example }) {
  count += 1;
  const id = `field-${count}`;
  const input = h('input', { id, type: 'text', autocomplete: 'off', spellcheck: 'false' });
  const valueFor = (index) => String(standIn(name, example, undefined, index) ?? '');
  following(input, () => valueFor());
  return { name, in: place, input, valueFor, label: h('label', { for: id }, name) };
}
