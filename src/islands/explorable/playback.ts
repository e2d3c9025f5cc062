/** A timer that takes the steps of a run one after the other, until it is stopped or there are no more. */
export class Playback {
  #timer: number | undefined;
  #speed: number | undefined;
  #held = false;
  readonly #take: () => boolean;
  readonly #changed: (plays: boolean) => void;

  /** `take` takes a step and returns whether there are more; `changed` is called when the playback starts and ends. */
  constructor(take: () => boolean, changed: (plays: boolean) => void) {
    this.#take = take;
    this.#changed = changed;
  }

  get plays(): boolean {
    return this.#speed !== undefined;
  }

  /** Starts with a speed in steps per second; the first step is taken at once. */
  start(speed: number): void {
    this.stop();
    if (!this.#take()) return;
    this.#speed = speed;
    this.#tick();
    this.#changed(true);
  }

  /** Holds the playback while it is not visible; afterwards it continues. */
  hold(held: boolean): void {
    if (held === this.#held) return;
    this.#held = held;
    this.#tick();
  }

  stop(): void {
    if (this.#speed === undefined) return;
    this.#speed = undefined;
    this.#tick();
    this.#changed(false);
  }

  #tick(): void {
    window.clearInterval(this.#timer);
    if (this.#speed === undefined || this.#held) return;
    this.#timer = window.setInterval(() => {
      if (!this.#take()) this.stop();
    }, 1000 / this.#speed);
  }
}
