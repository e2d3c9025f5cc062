/** Steps of a run, taken one after another until somebody stops them or they are used up. */
export class Playback {
  #timer: number | undefined;
  #speed: number | undefined;
  #held = false;
  readonly #take: () => boolean;
  readonly #changed: (plays: boolean) => void;

  /** `take` takes a step and says whether there are more; `changed` hears when it begins and when it ends. */
  constructor(take: () => boolean, changed: (plays: boolean) => void) {
    this.#take = take;
    this.#changed = changed;
  }

  get plays(): boolean {
    return this.#speed !== undefined;
  }

  /** So many steps a second, the first at once. */
  start(speed: number): void {
    this.stop();
    if (!this.#take()) return;
    this.#speed = speed;
    this.#tick();
    this.#changed(true);
  }

  /** While nobody can see it, it takes no steps; it goes on where it was. */
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
