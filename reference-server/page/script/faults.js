// The faults: each can be switched on, with a rate, and off while the server runs.
import { control, tried } from './control.js';
import { byId, h, show } from './dom.js';

let all = [];
let rows = [];

export async function startFaults() {
  ({ all } = await control('GET', '/faults'));
  all.sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name));
  rows = all.map(rowOf);
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  byId('faults').append(
    ...kinds.map((kind) =>
      h(
        'section',
        {},
        h('h3', {}, kind.replaceAll('-', ' ')),
        h(
          'ul',
          {},
          rows.filter((row) => row.fault.kind === kind).map(({ node }) => node),
        ),
      ),
    ),
  );
  byId('find').addEventListener('input', find);
  byId('all-off').addEventListener('click', () => change({ off: 'all' }));
  show('fault-part');
  show('faults', all.length > 0);
  find();
  await refresh();
  // How often they hit changes with everything that anybody does.
  setInterval(
    () => document.hidden || rows.every((row) => !row.box.checked) || refresh().catch(() => {}),
    2_000,
  );
}

function rowOf(fault) {
  const { name, says, breaks, sometimes } = fault;
  const box = h('input', { type: 'checkbox' });
  const rate = h('select', { 'aria-label': `How often ${name} hits`, disabled: true }, [
    h('option', { value: '1' }, 'always'),
    h('option', { value: '0.5' }, '1 in 2'),
    h('option', { value: '0.1' }, '1 in 10'),
    h('option', { value: '0.01' }, '1 in 100'),
  ]);
  const hits = h('span', { class: 'hits' });
  const turn = () => change(box.checked ? { on: [{ name, rate: Number(rate.value) }] } : { off: [name] });
  box.addEventListener('change', turn);
  rate.addEventListener('change', turn);
  const details = [sometimes === undefined ? '' : `Hits: ${sometimes}. `, `Breaks ${breaks.join(', ')}`];
  const words = h(
    'span',
    { class: 'words' },
    h('code', {}, name),
    h('span', {}, says),
    h('small', {}, details.join('')),
  );
  return {
    fault,
    box,
    rate,
    hits,
    node: h('li', {}, h('label', {}, box, words), h('span', { class: 'how' }, rate, hits)),
  };
}

async function change(request) {
  await tried(() => control('PUT', '/faults', request));
  await tried(refresh);
}

async function refresh() {
  const { faults } = await control('GET', '/counters');
  const on = new Map(faults.map((one) => [one.name, one]));
  for (const { fault, box, rate, hits } of rows) {
    const found = on.get(fault.name);
    box.checked = found !== undefined;
    rate.disabled = found === undefined;
    if (found && document.activeElement !== rate) rate.value = String(found.rate);
    hits.textContent = found === undefined ? '' : `${found.hits} ${found.hits === 1 ? 'hit' : 'hits'}`;
  }
  byId('faults-on').textContent = `${on.size} ${on.size === 1 ? 'fault is' : 'faults are'} on`;
  show('faults-on', on.size > 0);
  byId('all-off').disabled = on.size === 0;
}

function find() {
  const words = byId('find').value.toLowerCase().split(/\s+/);
  let count = 0;
  for (const { fault, node } of rows) {
    const text = [fault.name, fault.kind, fault.says, ...fault.breaks].join(' ').toLowerCase();
    node.hidden = !words.every((word) => text.includes(word));
    if (!node.hidden) count += 1;
  }
  for (const section of byId('faults').children) section.hidden = !section.querySelector('li:not([hidden])');
  byId('found').textContent = count === all.length ? `${all.length} faults` : `${count} of ${all.length}`;
}
