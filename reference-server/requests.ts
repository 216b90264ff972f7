// From what Fastify hands over to what a dialect's handler is promised.
import type { FastifyRequest } from 'fastify';
import type { Parameter } from '../specs/kit/dialect.ts';
import type { Head, Refused, UploadedFile } from './dialect-server.ts';

type Parts = { body: Record<string, unknown>; files: UploadedFile[] };
type Typed = { parameters: Record<string, unknown>; problem?: undefined } | { problem: Refused };

export function headOf(request: FastifyRequest): Head {
  return {
    headers: request.headers,
    parameters: { ...record(request.query), ...record(request.params) },
    protocols: (request.headers['sec-websocket-protocol'] ?? '').split(/\s*,\s*/).filter(Boolean),
    origin: `http://${request.headers.host ?? '127.0.0.1'}`,
    url: request.url,
  };
}

/** The parameters with numbers where the spec has them, or what is wrong with them. */
export function typed(raw: Record<string, unknown>, parameters: Parameter[]): Typed {
  const result = { ...raw };
  for (const { name, in: place, required, schema } of parameters) {
    const given = raw[name] === '' ? undefined : raw[name];
    if (place === 'header' || (given === undefined && !required)) continue;
    const isNumber = schema.type === 'integer';
    const fits = typeof given === 'string' && (!isNumber || /^\d{1,15}$/.test(given));
    if (fits && isNumber) result[name] = Number(given);
    if (fits) continue;
    // A path that doesn't fit names nothing that exists; a query that doesn't is a bad request.
    const status = place === 'path' ? 404 : 400;
    const seen = given === undefined ? 'missing' : JSON.stringify(given);
    const says = `The parameter "${name}" is ${seen}; ${isNumber ? 'a number' : 'one text'} is documented.`;
    return { problem: { status, says } };
  }
  return { parameters: result };
}

/** Multipart fields as an object, files apart. */
export async function partsOf(request: FastifyRequest): Promise<Parts> {
  const { body, files }: Parts = { body: {}, files: [] };
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        if (part.valueTruncated || part.fieldnameTruncated)
          throw refused(413, 'A field of the form is too long.');
        body[part.fieldname] = part.value;
      } else {
        const bytes = await part.toBuffer();
        files.push({ field: part.fieldname, name: part.filename ?? '', contentType: part.mimetype, bytes });
        body[part.fieldname] = part.filename ?? '';
      }
    }
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error) throw error;
    // Without a status it is the parser's word on what the client sent.
    throw refused(400, "The form can't be read.", error);
  }
  return { body, files };
}

/** JSON from bytes; nothing from no bytes, although the header says JSON, as the documents' examples do. */
export async function parseJson(_request: unknown, bytes: Buffer): Promise<unknown> {
  try {
    return bytes.length === 0 ? undefined : JSON.parse(UTF8.decode(bytes));
  } catch (error) {
    throw refused(400, 'The body is not JSON in UTF-8.', error);
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** An error that is answered with this status. */
function refused(statusCode: number, says: string, cause?: unknown): Error {
  return Object.assign(new Error(says, { cause }), { statusCode });
}
