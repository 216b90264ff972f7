// What a target sent is data: cut at a stated size, its control characters made visible, and escaped.

/** The longest text that any report keeps of one value. */
export const LONGEST = 20_000;

/** The first `size` characters, and how many were left out. */
export function cut(text: string, size: number): string {
  if (text.length <= size) return text;
  const last = text.charCodeAt(size - 1);
  const end = last >= 0xd800 && last <= 0xdbff ? size - 1 : size;
  return `${text.slice(0, end)}… (${(text.length - end).toLocaleString('en-GB')} more characters)`;
}

// Controls but the line feed, lone surrogates, and what turns the direction of text or is no character.
const INVISIBLE =
  /(?!\n)\p{Cc}|\p{Cs}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ufffe\uffff]/gu;

/** Every control character written out as in JSON, so that nothing can hide, recolour or reverse a report. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    if (character === '\t') return '\\t';
    if (character === '\r') return '\\r';
    return unicode(character);
  });
}

/** Visible, and without line breaks. */
export function oneLine(text: string): string {
  return visible(text).replace(/\s*\n\s*/g, ' ');
}

/** As JSON source that is safe to print: the same value when it is parsed. */
export function json(value: unknown, indent = 2): string {
  const kept = (_key: string, one: unknown) => (typeof one === 'string' ? cut(one, LONGEST) : one);
  return JSON.stringify(value, kept, indent).replace(INVISIBLE, unicode);
}

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and quoted attributes of HTML. */
export function html(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** For text of XML 1.0, which has no way to write most control characters. */
export function xml(text: string): string {
  return html(text);
}

/** For attributes of XML: a parser would turn a plain line feed into a space. */
export function xmlAttribute(text: string): string {
  return html(text).replaceAll('\n', '&#10;');
}

/** For running text of Markdown on one line: no markup, no mention, no link. */
export function markdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]~|$]/g, '\\$&')
    .replace(/^(\s*)([-+])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? '')
    .replace(/:\/\/|www\./gi, (link) => `${link.slice(0, 1)}<!-- -->${link.slice(1)}`)
    .replace(/[@#]/g, '$&<!-- -->');
}

/** A Markdown code span, also inside a table. */
export function codeSpan(text: string): string {
  const line = oneLine(text).trim();
  const ticks = '`'.repeat(longestRun(line) + 1);
  const pad = line === '' || line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${line.replaceAll('|', '\\|')}${pad}${ticks}`;
}

/** A fenced Markdown block that its content cannot close. */
export function fence(text: string): string {
  const ticks = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${ticks}text\n${visible(text)}\n${ticks}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
}
