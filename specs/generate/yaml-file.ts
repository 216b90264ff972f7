// A YAML file that remembers on which line each of its values stands.
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { UsageError } from '../kit/errors.ts';
import { packageRoot } from '../kit/root.ts';

export interface YamlFile {
  /** Relative to the package root where it lies in it. */
  name: string;
  path: string;
  text: string;
  value: unknown;
  lineOf(path: readonly (string | number)[]): number;
  /** The line of the first key with this name. */
  lineOfKey(name: string): number;
  /** Every scalar, in order, with the keys that lead to it. */
  scalars: { value: unknown; path: (string | number)[]; line: number }[];
}

/** An error in a file: the place first, so that a terminal makes a link of it. */
export function wrong(file: YamlFile, line: number, sentence: string): UsageError {
  return new UsageError(`${file.name}:${line}: ${sentence}`);
}

export function readYaml(path: string): YamlFile {
  const name = relative(packageRoot(), path).startsWith('..') ? path : relative(packageRoot(), path);
  if (!existsSync(path)) {
    throw new UsageError(`${name} is missing: write it, or remove the folder of this dialect.`);
  }
  const text = readFileSync(path, 'utf8');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem !== undefined) {
    const sentence = problem.message.replace(/\s+/g, ' ').replace(/\.$/, '');
    throw new UsageError(`${name}:${lineAt(problem.pos[0])}: this is not YAML: ${sentence}. Mend this line.`);
  }
  const keyLines = new Map<string, number>();
  const file: YamlFile = {
    name,
    path,
    text,
    value: document.toJS(),
    lineOf(keys) {
      for (let depth = keys.length; depth > 0; depth -= 1) {
        const node = document.getIn(keys.slice(0, depth), true);
        if (isNode(node) && node.range) return lineAt(node.range[0]);
      }
      return 1;
    },
    lineOfKey: (key) => keyLines.get(key) ?? 1,
    scalars: [],
  };
  visit(document, {
    Scalar(key, node, ancestors) {
      if (!node.range) return;
      if (key === 'key') {
        const known = keyLines.get(String(node.value));
        keyLines.set(String(node.value), known ?? lineAt(node.range[0]));
        return;
      }
      const keys: (string | number)[] = [];
      for (const [index, ancestor] of ancestors.entries()) {
        if (isPair(ancestor) && isScalar(ancestor.key)) keys.push(String(ancestor.key.value));
        const next = ancestors[index + 1] ?? node;
        if (isSeq(ancestor)) keys.push(ancestor.items.indexOf(next));
      }
      file.scalars.push({ value: node.value, path: keys, line: lineAt(node.range[0]) });
    },
  });
  return file;
}
