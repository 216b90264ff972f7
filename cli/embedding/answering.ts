// Lets a command of a run ask a function in this process: for people, or for the target to be restarted.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** `url` is known to nobody but the run: it holds a secret. */
export async function answering(
  answer: (request: unknown) => object | Promise<object>,
): Promise<{ url: string; close(): Promise<void> }> {
  const path = `/${randomBytes(16).toString('hex')}`;
  const server = createServer((request, response) => {
    const answered = async (): Promise<object> => {
      if (request.url !== path) throw new Error('This address answers only the run that knows its secret.');
      const asked = await text(request);
      return answer(asked === '' ? undefined : JSON.parse(asked));
    };
    answered().then(
      (found) => response.end(JSON.stringify(found)),
      (error: unknown) => {
        response.statusCode = 500;
        response.end(error instanceof Error ? error.message : String(error));
      },
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
