// Whether people get the bytes that were uploaded from where frames and views say that a file is.
import type { Line, Role, ShownFile } from '../../kit/verbs.ts';
import type { Finding } from '../finding.ts';
import type { Oracle } from '../oracles.ts';
import type { Run } from '../run.ts';
import { other } from '../step.ts';
import { aboutWhich, fileFor } from './file.ts';

/** After the announcement of a message: the addresses that its receiver was told. */
export async function servedFromFrames(
  run: Run,
  { who, message }: { who: Role; message: number },
): Promise<Finding | undefined> {
  const receiver = other(who);
  const frames = run.stage.ears
    .filter((ear) => ear.who === receiver)
    .flatMap((ear) => ear.listen())
    .filter((news) => news.kind === 'announced' && aboutWhich(run.state, run.ids, news) === message);
  for (const { file } of frames) {
    if (file === undefined) continue;
    const finding = await served(run, receiver, { n: message, file, oracle: 'file in a frame' });
    if (finding !== undefined) return finding;
  }
  return undefined;
}

/** One of the addresses that a view shows, the first that has not been tried: a request for each would take long. */
export async function servedFromView(
  run: Run,
  who: Role,
  lines: readonly Line[],
): Promise<Finding | undefined> {
  for (const [at, { upload }] of run.state.messages.entries()) {
    const id = run.ids.get(at + 1);
    const file = lines.find((one) => upload !== undefined && one.id === id)?.file;
    if (file === undefined || file === null || run.served.has(keyOf(at + 1, file))) continue;
    return served(run, who, { n: at + 1, file, oracle: 'file in a view' });
  }
  return undefined;
}

const keyOf = (n: number, { address }: ShownFile): string => JSON.stringify([n, address]);

/** An address that was right once, for whomever, is not tried again. */
async function served(
  { stage, state, judged, served: known }: Run,
  who: Role,
  { n, file, oracle }: { n: number; file: ShownFile; oracle: Oracle },
): Promise<Finding | undefined> {
  const key = keyOf(n, file);
  if (judged(oracle) === undefined || known.has(key)) return undefined;
  const { bytes } = await fileFor(state, n);
  const got = await stage.verbs.fetch?.(who, file);
  if (got !== undefined && Buffer.compare(got, bytes) === 0) {
    known.add(key);
    return undefined;
  }
  const what = got === undefined ? 'no file' : `another file, of ${got.length} bytes`;
  return {
    oracle,
    expected: `${who} gets the ${bytes.length} bytes that were uploaded with message ${n}`,
    received: what,
    because: `${who} gets ${what} from the address that is said to be that of message ${n}`,
  };
}
