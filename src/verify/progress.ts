import { counted } from '../core/counted.ts';
import type { ProgressListener } from './run/verify-request.ts';

/** Where progress is written, and the clock. */
export interface ProgressPlace {
  readonly complain: (text: string) => void;
  readonly now: () => Date;
  /** Whether `complain` writes to a terminal, where a line can be replaced. */
  readonly hasTerminal?: boolean;
}

/** A run is long after this many milliseconds. */
const long = 2000;
/** Milliseconds between two lines of a log, and between two states of a terminal's bar. */
const pause = { log: 10_000, terminal: 100 };
const width = 24;

/** The progress of a long run: a bar on a terminal, a line every ten seconds in a log. A short run writes nothing. */
export class Progress implements ProgressListener {
  readonly #place: ProgressPlace;
  readonly #start: number;
  #last: number;
  #isShown = false;

  constructor(place: ProgressPlace) {
    this.#place = place;
    this.#start = place.now().getTime();
    this.#last = this.#start;
  }

  report(done: number, all: number): void {
    const { complain, now, hasTerminal } = this.#place;
    const time = now().getTime();
    const spent = time - this.#start;
    // At the end, the report follows.
    if (done === all || spent < long || time - this.#last < (hasTerminal ? pause.terminal : pause.log)) return;
    this.#last = time;
    const text = `${done} of ${counted(all, 'file')}, ${Math.round(spent / 1000)} s`;
    if (!hasTerminal) {
      complain(`${text}\n`);
      return;
    }
    const filled = Math.floor((done / all) * width);
    this.#isShown = true;
    complain(`\r${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${text}\u001b[K`);
  }

  /** Removes the bar. */
  end(): void {
    if (this.#isShown) this.#place.complain('\r\u001b[K');
    this.#isShown = false;
  }
}
