import { gather } from './cast.js';
import { drawChannels } from './channels.js';
import { hasSecret, isTaken, tried } from './control.js';
import { byId, h, show } from './dom.js';
import { startFaults } from './faults.js';
import { drawOperations } from './operations.js';
import { changed, state } from './state.js';
import { startTheme } from './theme.js';
import { startWire } from './wire.js';

document.addEventListener('DOMContentLoaded', () => tried(begin));

async function begin() {
  startTheme();
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && document.activeElement?.blur());
  state.page = await (await fetch('/_page.json')).json();
  introduce();
  if (!state.page.control) {
    show('read-only');
    draw();
    return;
  }
  if (await hasSecret()) await bringToLife();
  else askForSecret();
}

function introduce() {
  const { dialect, tryOut, document: source, requirements, musts, readings } = state.page;
  document.title = `${dialect} · chatproof reference server`;
  byId('dialect').textContent = dialect;
  byId('says').textContent = tryOut.says;
  document.querySelector('#read-only .name').textContent = dialect;
  const facts = [
    ['HTTP', location.origin],
    ['WebSocket', location.origin.replace('http', 'ws')],
    ['Obeys', `${source.file}, ${source.lines} lines`],
    ['Promises', `${requirements} requirements, ${musts} of them musts`],
    ['Readings', `${readings}, where the document is open`],
  ];
  byId('facts').append(...facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}

function askForSecret() {
  const form = byId('sign-in');
  show('sign-in');
  draw();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    tried(async () => {
      state.secret = form.elements.secret.value.trim();
      if (!(await isTaken())) throw new Error('This is not the secret of this server.');
      show('sign-in', false);
      await bringToLife();
    });
  });
}

async function bringToLife() {
  await gather();
  startWire();
  show('wire-part');
  draw();
  changed('cast');
  changed('sockets');
  await startFaults();
}

function draw() {
  byId('channels').replaceChildren();
  byId('operations').replaceChildren();
  drawChannels();
  drawOperations();
}
