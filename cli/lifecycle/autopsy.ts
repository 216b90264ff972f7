// What the containers of a run have printed that ended before anybody could listen.
import { containerRuntime, LABEL } from './testcontainers.ts';

export async function lastWords(run: string): Promise<string> {
  const docker = await containerRuntime();
  const found = await docker.listContainers({ all: true, filters: { label: [`${LABEL}=${run}`] } });
  const logs = await Promise.all(
    found.map(({ Id }) => docker.getContainer(Id).logs({ stdout: true, stderr: true, tail: 50 })),
  );
  return logs.map(textOf).join('');
}

/** Docker puts eight bytes before each piece: which stream, and how long it is. */
export function textOf(framed: Buffer): string {
  const pieces: Buffer[] = [];
  for (let at = 0; at + 8 <= framed.length; ) {
    const end = at + 8 + framed.readUInt32BE(at + 4);
    pieces.push(framed.subarray(at + 8, end));
    at = end;
  }
  return Buffer.concat(pieces).toString('utf8');
}
