// Requests of people.
import http, { type FileData, type RefinedResponse, type RequestBody } from 'k6/http';
import { upload } from './metrics.ts';
import type { Person } from './plan.ts';
import { address, plan } from './run.ts';

export interface Request {
  method: 'GET' | 'POST';
  operation: string;
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: RequestBody;
}

/** The body of a successful answer; undefined for any other. */
export async function ask(
  who: Person,
  { method, operation, params = {}, query = {}, body }: Request,
): Promise<unknown> {
  const url = address('http', operation, params, { ...query, ...who.http.query });
  const answer = await http.asyncRequest(method, url, body ?? null, {
    headers: who.http.headers,
    tags: { operation },
  });
  return answer.status >= 200 && answer.status < 300 ? bodyOf(answer) : undefined;
}

function bodyOf(answer: RefinedResponse<'text'>): unknown {
  try {
    return JSON.parse(answer.body);
  } catch {
    return undefined;
  }
}

/** What is behind an address that the target named; undefined when nothing is. */
export async function fetched(who: Person, url: unknown): Promise<ArrayBuffer | undefined> {
  if (typeof url !== 'string' || url === '') return undefined;
  const [origin = ''] = /^https?:\/\/[^/]+/.exec(plan.http) ?? [];
  const whole = /^https?:/.test(url) ? url : url.startsWith('/') ? `${origin}${url}` : `${plan.http}/${url}`;
  const answer = await http.asyncRequest('GET', whole, null, {
    headers: who.http.headers,
    responseType: 'binary',
    tags: { operation: 'file' },
  });
  return answer.status === 200 && answer.body !== null ? answer.body : undefined;
}

/** The answer to a form with a file; its fields are judged by what is read from them. */
export async function uploaded<Answer extends object>(
  who: Person,
  operation: string,
  form: Record<string, string | FileData>,
): Promise<Partial<Answer> | undefined> {
  const began = Date.now();
  const answer = await ask(who, { method: 'POST', operation, body: form });
  upload.add(Date.now() - began);
  return isObject<Answer>(answer) ? answer : undefined;
}

export function isObject<Body extends object>(value: unknown): value is Partial<Body> {
  return typeof value === 'object' && value !== null;
}
