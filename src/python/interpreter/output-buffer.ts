import type { Write } from './interpreter.ts';

export interface OutputBufferOptions {
  /** Called with bytes that belong to the receiver. */
  readonly send: (stream: 'stdout' | 'stderr', bytes: Uint8Array<ArrayBuffer>) => void;
  /** Output is sent as soon as more than this many bytes are held. */
  readonly mostBytes: number;
  /** Sends the first pieces without delay, for a reader who watches; without it, only `mostBytes` applies. */
  readonly prompt?: PromptSending;
}

export interface PromptSending {
  /** This many pieces in a row are sent at once; further ones are held. */
  readonly pieces: number;
  /** After this many milliseconds without sending, pieces are sent at once again. */
  readonly pause: number;
  /** Milliseconds from any fixed moment on. */
  readonly now: () => number;
}

/**
 * Collects the output of an interpreter into few messages. A timer cannot send them, since it does not fire during an
 * endless loop in Python: a piece is sent when it is written, or held until the next piece or {@link flush}.
 */
export class OutputBuffer {
  readonly #options: OutputBufferOptions;
  readonly #held: Record<'stdout' | 'stderr', Uint8Array[]> = { stdout: [], stderr: [] };
  #heldBytes = 0;
  #piecesLeft: number;
  #sentAt = 0;

  constructor(options: OutputBufferOptions) {
    this.#options = options;
    this.#piecesLeft = options.prompt?.pieces ?? 0;
  }

  /** Adds a copy of output of Python. */
  readonly write: Write = (stream, bytes) => {
    this.#held[stream].push(bytes.slice());
    this.#heldBytes += bytes.length;
    const { mostBytes, prompt } = this.#options;
    if (prompt && prompt.now() - this.#sentAt > prompt.pause) this.#piecesLeft = prompt.pieces;
    if (this.#heldBytes > mostBytes || this.#piecesLeft > 0) this.#send();
  };

  /** Sends the held output, at the end of a block. The next block's first pieces are sent at once again. */
  flush(): void {
    if (this.#heldBytes > 0) this.#send();
    this.#piecesLeft = this.#options.prompt?.pieces ?? 0;
  }

  #send(): void {
    for (const stream of ['stdout', 'stderr'] as const) {
      const bytes = joinBytes(this.#held[stream].splice(0));
      if (bytes.length > 0) this.#options.send(stream, bytes);
    }
    this.#heldBytes = 0;
    this.#piecesLeft--;
    this.#sentAt = this.#options.prompt?.now() ?? 0;
  }
}

function joinBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
