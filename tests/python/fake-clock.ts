import type { Clock } from '../../src/python/clock.ts';

/** A clock that stands still until the test moves it on. */
export class FakeClock implements Clock {
  #now = 0;
  readonly #timers = new Set<{ readonly at: number; readonly act: () => void }>();

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, act: () => void): () => void {
    const timer = { at: this.#now + milliseconds, act };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** How many timers have neither rung nor been cancelled. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Moves on, and calls what was due meanwhile. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
    for (const timer of [...this.#timers].filter(({ at }) => at <= this.#now)) {
      this.#timers.delete(timer);
      timer.act();
    }
  }
}
