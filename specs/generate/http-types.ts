import openapiTS, { astToString } from 'openapi-typescript';
import { GENERATED_TS } from './marks.ts';
import type { YamlFile } from './yaml-file.ts';

/** TypeScript types for a dialect's HTTP half. */
export async function httpTypes(file: YamlFile): Promise<string> {
  return `${GENERATED_TS}\n${astToString(await openapiTS(file.text))}`;
}
