// The report formats, found by their path: one file in reports/formats/ is one format.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { UsageError } from '../specs/kit/errors.ts';
import { didYouMean } from '../specs/kit/nearest.ts';
import type { Format } from './model.ts';

const FOLDER = fileURLToPath(new URL('./formats/', import.meta.url));

/** All formats, sorted by name. */
export async function loadFormats(folder = FOLDER): Promise<Format[]> {
  const files = (await readdir(folder)).filter(isFormatFile).sort();
  const formats = await Promise.all(files.map((file) => load(join(folder, file))));
  return formats.sort((a, b) => (a.name < b.name ? -1 : 1));
}

export async function formatNamed(name: string): Promise<Format> {
  const formats = await loadFormats();
  const found = formats.find((format) => format.name === name);
  if (found !== undefined) return found;
  const names = formats.map((format) => format.name);

  throw new UsageError(`"${name}" is not a report format.${didYouMean(name, names)}`);
}

function isFormatFile(file: string): boolean {
  return /\.[jt]s$/.test(file) && !/\.(test|d)\.[jt]s$/.test(file);
}

async function load(path: string): Promise<Format> {
  const loaded: unknown = await import(/* @vite-ignore */ pathToFileURL(path).href);
  const format =
    typeof loaded === 'object' && loaded !== null && 'format' in loaded ? loaded.format : undefined;
  if (isFormat(format)) return format;
  throw new TypeError(
    `${path} does not export a format: export const format: Format = { name, says, render }.`,
  );
}

function isFormat(value: unknown): value is Format {
  if (typeof value !== 'object' || value === null) return false;
  const has = (key: string, type: string) => typeof Reflect.get(value, key) === type;
  return has('name', 'string') && has('says', 'string') && has('render', 'function');
}
