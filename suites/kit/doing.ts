// What this worker has done so far, for whoever shows how far a run has come.
import { BroadcastChannel } from 'node:worker_threads';

export interface Doing {
  /** Sequences that the model has tried, each with a seed of its own, and their commands. */
  sequences: number;
  commands: number;
  /** Frames, one way or the other. */
  frames: number;
}

export const doing: Doing = { sequences: 0, commands: 0, frames: 0 };

const between = 250;
const nameOf = (process: number): string => `chatproof ${process}`;

/** From now on tells it, several times a second, for as long as the worker lives. */
export function tellWhatIsDone(worker: string): void {
  const channel = new BroadcastChannel(nameOf(process.pid));
  setInterval(() => channel.postMessage({ worker, ...doing }), between).unref();
  channel.unref();
}

/** Hears the sum of what all workers have done; gives what ends that. */
export function hearWhatIsDone(heard: (all: Doing) => void): () => void {
  const channel = new BroadcastChannel(nameOf(process.pid));
  const workers = new Map<string, Doing>();
  channel.onmessage = ({ data }: { data?: unknown }): void => {
    if (!isTold(data)) return;
    workers.set(data.worker, data);
    heard(sumOf([...workers.values()]));
  };
  channel.unref();
  return () => channel.close();
}

function sumOf(all: readonly Doing[]): Doing {
  const sum = { sequences: 0, commands: 0, frames: 0 };
  for (const { sequences, commands, frames } of all) {
    sum.sequences += sequences;
    sum.commands += commands;
    sum.frames += frames;
  }
  return sum;
}

function isTold(value: unknown): value is Doing & { worker: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'worker' in value &&
    typeof value.worker === 'string' &&
    'sequences' in value &&
    'commands' in value &&
    'frames' in value
  );
}
