import type { CellVoice } from './cell.ts';

/** Seconds after which a run counts as long. */
const long = 3;

/** Shows that something runs; if it takes long, also the elapsed time. */
export class RunTimer {
  readonly #status: CellVoice;
  #timer = 0;

  constructor(status: CellVoice) {
    this.#status = status;
  }

  begin(words: string): void {
    this.end();
    this.#status.say(words);
    const since = performance.now();
    let saidSo = false;
    this.#timer = window.setInterval(() => {
      const seconds = Math.round((performance.now() - since) / 1000);
      if (seconds < long) return;
      if (!saidSo) this.#status.say('Still running. Stop ends it.');
      saidSo = true;
      this.#status.note(`${seconds} s`);
    }, 1000);
  }

  end(): void {
    window.clearInterval(this.#timer);
  }
}
