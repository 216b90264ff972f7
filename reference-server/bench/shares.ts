// Where the processor time of this process goes, told from samples of its stack.
import { type Profiler, Session } from 'node:inspector/promises';

/** A kind of work, and the functions and files that do it. The first that fits counts. */
const KINDS: [string, RegExp][] = [
  ['waiting', /^\((idle|program)\)/],
  ['collecting garbage', /^\(garbage collector\)/],
  ['SQLite', /libsql|store\/database\.js/],
  ['validation', /specs\/kit\/|^validate\d+ $/],
  ['sockets', /\/ws\/lib\/|^(write|writev|writeBuffer|writeUtf8String|shutdown) $/],
  ['JSON', /^(encode|parse) /],
  ['the server itself', /reference-server\//],
];

/** Starts sampling; the function that it gives ends it and tells each kind's share of 1. */
export async function watchShares(): Promise<() => Promise<Record<string, number>>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 250 });
  await session.post('Profiler.start');
  return async () => {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    return sharesOf(profile);
  };
}

function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Record<string, number> {
  const kinds = new Map(nodes.map(({ id, callFrame }) => [id, kindOf(callFrame)]));
  const sums: Record<string, number> = {};
  let total = 0;
  for (const [index, node] of samples.entries()) {
    const [kind = 'Node itself', took = 0] = [kinds.get(node), timeDeltas[index]];
    if (kind === 'waiting') continue;
    sums[kind] = (sums[kind] ?? 0) + took;
    total += took;
  }
  return Object.fromEntries(Object.entries(sums).map(([kind, sum]) => [kind, sum / total]));
}

function kindOf({ functionName, url }: { functionName: string; url: string }): string {
  const name = `${functionName} ${url}`;
  return KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'Node itself';
}
