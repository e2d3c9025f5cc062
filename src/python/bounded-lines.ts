import type { Readable } from 'node:stream';

/** The default maximum of a line in bytes: more than the output, values and figures of any block. */
export const mostLineBytes = 256 << 20;

/** The callbacks for the lines of a stream. */
interface LineTaker {
  readonly take: (line: string) => void;
  /** Called once, at a line of more than `most` bytes. */
  readonly tooLong: () => void;
  /** Default {@link mostLineBytes}. */
  readonly most?: number;
}

/**
 * Calls `take` with each line of a stream, in UTF-8. A line longer than `most` bytes is not assembled, and the rest of the
 * stream is not read. Invalid UTF-8 becomes U+FFFD.
 */
export function takeBoundedLines(stream: Readable, { take, tooLong, most = mostLineBytes }: LineTaker): void {
  let pieces: Buffer[] = [];
  let held = 0;
  const hold = (piece: Buffer) => {
    pieces.push(piece);
    held += piece.length;
  };
  const receive = (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0 && held <= most; end = chunk.indexOf(10, from)) {
      hold(chunk.subarray(from, end));
      from = end + 1;
      if (held > most) break;
      take(Buffer.concat(pieces).toString('utf8'));
      pieces = [];
      held = 0;
    }
    hold(chunk.subarray(from));
    if (held <= most) return;
    pieces = [];
    stream.off('data', receive);
    tooLong();
  };
  stream.on('data', receive);
}
