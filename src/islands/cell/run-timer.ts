import type { CellVoice } from './cell.ts';

/** Seconds after which a run is said to take long. */
const long = 3;

/** Says that something runs; and, when it takes long, that it does, and for how long. */
export class RunTimer {
  private readonly bar: CellVoice;
  private timer = 0;

  constructor(bar: CellVoice) {
    this.bar = bar;
  }

  begin(words: string): void {
    this.end();
    this.bar.say(words);
    const since = performance.now();
    let saidSo = false;
    this.timer = window.setInterval(() => {
      const seconds = Math.round((performance.now() - since) / 1000);
      if (seconds < long) return;
      if (!saidSo) this.bar.say('Still running. Stop ends it.');
      saidSo = true;
      this.bar.note(`${seconds} s`);
    }, 1000);
  }

  end(): void {
    window.clearInterval(this.timer);
  }
}
