// In tests, what goes out is held against the documents, too.
import { loadDialect } from '../../specs/kit/dialect.ts';
import { matchFrame, violationsOfAnswer } from '../../specs/kit/validate.ts';
import type { Behaviour } from '../fault-kit/faults.ts';
import { type RunningServer, type ServeOptions, serve } from '../server.ts';

/** Runs a server whose close() fails when something that went out wasn't as documented. */
export async function serveAsDocumented(dialect: string, options: ServeOptions = {}): Promise<RunningServer> {
  const server = await serve(dialect, options);
  await server.faults.on(AS_DOCUMENTED);
  return server;
}

/** Changes nothing; the first that sees what goes out. */
const AS_DOCUMENTED: Behaviour = {
  name: 'as-documented',
  dialects: 'all',
  says: 'Whatever is not as documented is an error of the server.',

  outgoingFrame(frame, { dialect, message, to: { channel } }) {
    // No document says how a server complains.
    if (message === 'complaint') return undefined;
    const match = matchFrame(loadDialect(dialect), channel, 'fromServer', frame);
    const wrong = match?.violations.map((violation) => violation.says).join('; ');
    if (match?.message.id === message && wrong === '') return undefined;
    const seen =
      match === undefined ? 'no documented frame' : `"${match.message.id}"${wrong && ` (${wrong})`}`;
    throw new Error(`On "${channel}" the frame "${message}" looks like ${seen}: ${JSON.stringify(frame)}`);
  },

  outgoingResponse({ status, body }, { dialect, operation }) {
    const spec = loadDialect(dialect);
    // Where files lie is no operation of the document's.
    if (!spec.operations.some(({ id }) => id === operation)) return undefined;
    const wrong = violationsOfAnswer(spec, operation, status, body).map((violation) => violation.says);
    if (wrong.length === 0) return undefined;
    throw new Error(`The answer ${status} to "${operation}" is not as documented: ${wrong.join('; ')}.`);
  },
};
