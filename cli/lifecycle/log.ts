// What a target has printed: all of it for the report, and the part since its last start for a line to wait for.
import type { Readable } from 'node:stream';

/** Characters of a log that are kept: its end says most. */
const kept = 1_000_000;

export interface Log {
  hear(stream: Readable, name?: string): void;
  text(): string;
  /** A function that says whether the line has come since now. */
  since(line: string): () => boolean;
}

export function newLog(): Log {
  let text = '';
  let heard = 0;
  return {
    hear(stream, name) {
      const prefix = name === undefined ? '' : `${name}  `;
      stream.setEncoding('utf8').on('data', (part: string) => {
        const named = part.replace(/^(?=.)/gm, prefix);
        heard += named.length;
        text = (text + named).slice(-kept);
      });
    },
    text: () => text,
    since(line) {
      const from = heard;
      return () => heard > from && text.slice(Math.max(0, text.length - (heard - from))).includes(line);
    },
  };
}
