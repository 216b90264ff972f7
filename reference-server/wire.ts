// Text frames as RFC 6455 has them from a server. They are made once for everybody who hears them,
// and go past the sender of ws, which would make a header and a system call's worth of work for each of them.

/** A frame with this JSON in it. */
export function textFrame(content: string | Buffer): Buffer {
  const length = Buffer.byteLength(content);
  const start = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = 0x81;
  if (start === 2) frame[1] = length;
  else if (start === 4) frame.writeUInt16BE(length, 2);
  else frame.writeBigUInt64BE(BigInt(length), 2);
  if (start > 2) frame[1] = start === 4 ? 126 : 127;
  if (typeof content === 'string') frame.write(content, start);
  else content.copy(frame, start);
  return frame;
}

/** Joins frames into parts of about this many bytes; a system call with many small ones is dear. */
export function joined(frames: Buffer[], bytes: number): Buffer[] {
  const parts: Buffer[][] = [];
  let room = 0;
  for (const frame of frames) {
    if (room <= 0) {
      parts.push([]);
      room = bytes;
    }
    parts.at(-1)?.push(frame);
    room -= frame.length;
  }
  return parts.map((part) => (part.length === 1 && part[0] ? part[0] : Buffer.concat(part)));
}
