// HTML as a value of its own type: whatever is put into the template as text is escaped.
import { html, visible } from '../escape.ts';

export interface Markup {
  readonly markup: string;
}

type Part = string | number | undefined | Markup | readonly Markup[];

export function h(template: TemplateStringsArray, ...parts: Part[]): Markup {
  const text = template.map((piece, i) => piece + (i < parts.length ? written(parts[i]) : ''));
  return { markup: text.join('') };
}

/** Text of our own that is markup already: the style sheet, the script. */
export function trusted(markup: string): Markup {
  return { markup };
}

export const NOTHING: Markup = { markup: '' };

function written(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return html(part);
  if (typeof part === 'number') return String(part);
  if ('markup' in part) return part.markup;
  return part.map((one) => one.markup).join('');
}

/** A sentence of the catalogue, in which `words` in backticks are code. */
export function prose(text: string): Markup {
  const parts = text.split(/`([^`\n]+)`/);
  return {
    markup: parts.map((part, i) => (i % 2 === 1 ? `<code>${html(part)}</code>` : html(part))).join(''),
  };
}

/** The address of a requirement on this page. */
export function link(id: string): string {
  return `#${encodeURIComponent(visible(id))}`;
}
