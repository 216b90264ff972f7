// Answers the requests for people of a run from a function in this process.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import type { CheckRequest } from './request.ts';

type Provision = Exclude<CheckRequest['provision'], string | undefined>;
type PeopleRequest = Parameters<Provision>[0];

/** `url` is known to nobody but the run: it holds a secret. */
export async function answering(provision: Provision): Promise<{ url: string; close(): Promise<void> }> {
  const path = `/${randomBytes(16).toString('hex')}`;
  const server = createServer((request, response) => {
    const answer = async (): Promise<object> => {
      if (request.url !== path) throw new Error('This address answers only the run that knows its secret.');
      // The run validated nothing yet, but it is ours: it sends what PeopleRequest says.
      return provision((await json(request)) as PeopleRequest);
    };
    answer().then(
      (people) => response.end(JSON.stringify(people)),
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
