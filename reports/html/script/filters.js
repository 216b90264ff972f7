// Filters by text, verdict, level and area, kept in the address; and the links to one requirement.
document.addEventListener('DOMContentLoaded', () => {
  const form = document.getElementById('filters');
  if (form === null) return;
  const items = [...document.querySelectorAll('.req')].map((node) => ({
    node,
    ...node.dataset,
    text: `${node.querySelector('summary').textContent} ${node.querySelector('.about').textContent}`.toLowerCase(),
  }));

  function wanted() {
    const data = new FormData(form);
    const { q, area } = Object.fromEntries(data);
    return {
      q: q.trim().toLowerCase(),
      area,
      verdict: data.getAll('verdict'),
      level: data.getAll('level'),
    };
  }

  function apply() {
    const { q, area, verdict, level } = wanted();
    const words = q.split(/\s+/);
    let shown = 0;
    for (const item of items) {
      const fits =
        (verdict.length === 0 || verdict.includes(item.verdict)) &&
        (level.length === 0 || level.includes(item.level)) &&
        (area === '' || item.area === area || item.area.startsWith(`${area}.`)) &&
        words.every((word) => item.text.includes(word));
      item.node.hidden = !fits;
      if (fits) shown++;
    }
    for (const group of document.querySelectorAll('.group'))
      group.hidden = group.querySelector('.req:not([hidden])') === null;
    document.querySelector('.none-shown').hidden = shown > 0;
    document.getElementById('shown').textContent = `${shown} of ${items.length}`;
    form.classList.toggle('active', shown < items.length || q !== '');
  }

  function writeHash() {
    const { q, area, verdict, level } = wanted();
    const parts = { q, area, verdict: verdict.join(), level: level.join() };
    const query = new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== ''));
    const hash = `#${query.size === 0 ? '' : `?${query.toString().replaceAll('%2C', ',')}`}`;
    history.replaceState(null, '', hash);
  }

  function readHash() {
    if (location.hash.startsWith('#?')) {
      fill(new URLSearchParams(location.hash.slice(2)));
      return;
    }
    const aimed = named(location.hash.slice(1));
    if (aimed === undefined) return;
    if (aimed.hidden) fill(new URLSearchParams());
    aim(aimed);
  }

  function named(hash) {
    try {
      const id = decodeURIComponent(hash);
      return items.find(({ node }) => node.id === id)?.node;
    } catch {
      return undefined;
    }
  }

  function fill(query) {
    const listed = (name) => (query.get(name) ?? '').split(',');
    form.elements.q.value = query.get('q') ?? '';
    form.elements.area.value = query.get('area') ?? '';
    if (form.elements.area.selectedIndex === -1) form.elements.area.selectedIndex = 0;
    for (const box of form.querySelectorAll('input[type=checkbox]'))
      box.checked = listed(box.name).includes(box.value);
    apply();
  }

  function aim(node) {
    for (const { node: other } of items) other.classList.toggle('aimed', other === node);
    node.open = true;
    node.scrollIntoView({ block: 'start' });
    node.querySelector('summary').focus({ preventScroll: true });
  }

  form.addEventListener('input', () => {
    apply();
    writeHash();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    fill(new URLSearchParams());
    writeHash();
  });
  addEventListener('hashchange', () => {
    readHash();
    if (location.hash.startsWith('#?')) form.scrollIntoView({ block: 'start' });
  });
  // The same link a second time changes no hash, but the reader wants to be there again.
  document.addEventListener('click', ({ target }) => {
    const link = target.closest?.('a[href^="#"]');
    if (link && link.getAttribute('href') === location.hash) readHash();
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = document.activeElement === form.elements.q;
    if (event.key === 'Escape' && typing) form.elements.q.blur();
    if (typing || document.activeElement === form.elements.area) return;
    if (event.key === '/') {
      event.preventDefault();
      form.elements.q.focus();
    }
    if (event.key === 'j' || event.key === 'k') step(event.key === 'j' ? 1 : -1);
  });

  function step(by) {
    const shown = items.map(({ node }) => node).filter((node) => !node.hidden);
    const at = shown.indexOf(document.activeElement?.closest?.('.req'));
    const next = shown[at === -1 && by === -1 ? shown.length - 1 : at + by];
    next?.querySelector('summary').focus();
  }

  apply();
  readHash();
});
