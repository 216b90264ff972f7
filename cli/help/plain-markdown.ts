// Markdown as plain text for a terminal: no more of it than the pages in docs/ use.
import { wrap } from '../../reports/wrap.ts';

interface Options {
  width: number;
  bold: boolean;
}

export function plainMarkdown(text: string, options: Options): string {
  const blocks = blocksOf(text).map((block) => rendered(block, options));
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** Paragraphs, tables and lists end at an empty line; a fence ends where it is closed. */
function blocksOf(text: string): string[] {
  return (text.match(/^```[^\n]*\n[\s\S]*?^```$|^(?!```)[^\n]+(?:\n(?!```)[^\n]+)*/gm) ?? []).filter(
    (block) => !block.startsWith('<!--'),
  );
}

function rendered(block: string, options: Options): string {
  const { width, bold } = options;
  const strong = (line: string): string => (bold ? `\u001b[1m${line}\u001b[0m` : line);
  if (block.startsWith('```'))
    return block
      .split('\n')
      .slice(1, -1)
      .map((line) => (line === '' ? '' : `    ${line}`))
      .join('\n');
  if (block.startsWith('#')) {
    const [, marks = '', title = ''] = /^(#+) (.*)/.exec(block) ?? [];
    return strong(inline(marks === '#' ? title.toUpperCase() : title));
  }
  if (block.startsWith('|')) return table(block, width);
  if (block.startsWith('![')) return '';
  return itemsOf(block)
    .map((item) => indented(item, width))
    .join('\n');
}

/** A list is one block in the source: each of its items is wrapped on its own. */
function itemsOf(block: string): string[] {
  return block.split(/\n(?=(?:[-*]|\d+\.) )/).map((item) => item.replace(/\n\s*/g, ' '));
}

function indented(item: string, width: number): string {
  const [, mark = '', text = ''] = /^((?:[-*]|\d+\.) )?(.*)$/s.exec(inline(item)) ?? [];
  const indent = ' '.repeat(mark.length);
  return wrap(text, width - mark.length)
    .map((line, at) => `${at === 0 ? mark : indent}${line}`)
    .join('\n');
}

/** The last column is wrapped, where the others leave it enough room. */
function table(block: string, width: number): string {
  const rows = block
    .split('\n')
    .filter((line) => !/^\|[\s|:-]+\|$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => inline(cell.trim().replaceAll('\\|', '|'))),
    );
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const before = widths.slice(0, -1).reduce((sum, one) => sum + one + 2, 0);
  return rows
    .map((row) => {
      const start = row.slice(0, -1).map((cell, at) => `${cell.padEnd(widths[at] ?? 0)}  `);
      const [first = '', ...more] = wrap(row.at(-1) ?? '', Math.max(width - before, 20));
      return [`${start.join('')}${first}`, ...more.map((line) => `${' '.repeat(before)}${line}`)]
        .map((line) => line.trimEnd())
        .join('\n');
    })
    .join('\n');
}

/** Links keep their text, and their address when it leads out of the documentation. */
function inline(text: string): string {
  return text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\]\((https?:[^)]+)\)/g, '$1 ($2)')
    .replace(/\[([^\]]+)\]\(([\w-]+)\.md(?:#[^)]*)?\)/g, '$1 (help $2)')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/(?<![\w*])\*([^*]+)\*(?![\w*])/g, '$1');
}
