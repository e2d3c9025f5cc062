/** Steps of a run, taken one after another until somebody stops them or they are used up. */
export class Playback {
  #timer: number | undefined;
  readonly #take: () => boolean;
  readonly #changed: (plays: boolean) => void;

  /** `take` takes a step and says whether there are more; `changed` hears when it begins and when it ends. */
  constructor(take: () => boolean, changed: (plays: boolean) => void) {
    this.#take = take;
    this.#changed = changed;
  }

  get plays(): boolean {
    return this.#timer !== undefined;
  }

  /** So many steps a second, the first at once. */
  start(speed: number): void {
    this.stop();
    if (!this.#take()) return;
    this.#timer = window.setInterval(() => {
      if (!this.#take()) this.stop();
    }, 1000 / speed);
    this.#changed(true);
  }

  stop(): void {
    if (this.#timer === undefined) return;
    window.clearInterval(this.#timer);
    this.#timer = undefined;
    this.#changed(false);
  }
}
