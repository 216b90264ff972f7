// What a terminal shows, as a page that can be photographed.

const colours: Record<string, string> = {
  '31': '#ff7b72',
  '32': '#56d364',
  '33': '#e3b341',
  '34': '#79c0ff',
  '35': '#d2a8ff',
  '36': '#76e3ea',
  '90': '#8b949e',
};

export function terminalPage(command: string, text: string): string {
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; background: #0d1117; }
    main { padding: 24px 28px; width: max-content; background: #0d1117; color: #e6edf3; }
    pre { margin: 0; font: 14px/1.45 'DejaVu Sans Mono', 'Liberation Mono', monospace; }
    i { font-style: normal; color: #8b949e; }
  </style><main><pre><i>$</i> ${escaped(command)}\n\n${painted(text)}</pre></main>`;
}

/** Select Graphic Rendition, as far as the console format uses it: what is on stays on until everything is reset. */
export function painted(text: string): string {
  let on: string[] = [];
  return text
    .split('\u001b[')
    .map((part, at) => {
      const [, codes = '', rest = ''] =
        at === 0 ? ['', '', part] : (/^([\d;]+)m([\s\S]*)$/.exec(part) ?? ['', '', part]);
      for (const code of codes.split(';')) on = code === '0' ? [] : [...on, code];
      const style = on.map(styleOf).filter(Boolean).join(';');
      return style === '' || rest === '' ? escaped(rest) : `<span style="${style}">${escaped(rest)}</span>`;
    })
    .join('');
}

function styleOf(code: string): string {
  if (code === '1') return 'font-weight:bold';
  if (code === '2') return 'opacity:.7';
  return colours[code] === undefined ? '' : `color:${colours[code]}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
