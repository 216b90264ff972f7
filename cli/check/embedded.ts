// The reference server as the target: what `check` uses when it is given none.
import { type RunningServer, serve } from '../../reference-server/server.ts';
import type { Source } from '../../suites/kit/provision.ts';

export interface Embedded {
  http: string;
  ws: string;
  source: Source;
  close(): Promise<void>;
}

/** `fault` makes it misbehave: the canary wants to see that caught. */
export async function embed(dialect: string, fault?: string): Promise<Embedded> {
  const server: RunningServer = await serve(dialect, {
    control: true,
    ...(fault === undefined ? {} : { faults: [{ name: fault, rate: 1 }] }),
    // A server that fails is the checks' business: they see it from outside.
    onError: () => undefined,
  });
  if (server.control === undefined) throw new Error('The embedded server offers no control plane.');
  return {
    http: server.http,
    ws: server.ws,
    source: { kind: 'control', ...server.control },
    close: () => server.close(),
  };
}
