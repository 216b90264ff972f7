// Which elements an HTML page really has: what stands in an attribute, a script, a comment or a title is not markup.

/** Elements whose content is text until their own end tag. */
const textOnly = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes)$/;
const tag = /<(\/?)([a-z][^\s/>]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>|<!--.*?(?:-->|$)/gis;

/** The names of the elements, in order, in lower case. */
export function elementsIn(html: string): string[] {
  const names: string[] = [];
  tag.lastIndex = 0;
  for (let found = tag.exec(html); found !== null; found = tag.exec(html)) {
    const name = found[2]?.toLowerCase();
    if (name === undefined || found[1] === '/') continue;
    names.push(name);
    if (!textOnly.test(name)) continue;
    const end = html.slice(tag.lastIndex).search(new RegExp(`</${name}[\\s/>]`, 'i'));
    if (end === -1) return names;
    tag.lastIndex += end;
  }
  return names;
}
