// Light or dark: as the system says until the reader chooses, and then as chosen.
import { byId } from './dom.js';

export function startTheme() {
  const root = document.documentElement;
  const stored = (value) => {
    try {
      if (value !== undefined) localStorage.setItem('chatproof-theme', value);
      return localStorage.getItem('chatproof-theme');
    } catch {
      return null; // Storage is off; the choice then lasts as long as the page.
    }
  };
  const chosen = stored();
  if (chosen === 'light' || chosen === 'dark') root.dataset.theme = chosen;
  const system = () => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  byId('theme').addEventListener('click', () => {
    root.dataset.theme = (root.dataset.theme ?? system()) === 'dark' ? 'light' : 'dark';
    stored(root.dataset.theme);
  });
}
