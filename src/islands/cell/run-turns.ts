/** A queue in which one runner at a time has its turn, first come, first served. */
export class RunTurns<Runner> {
  #current: Runner | undefined;
  readonly #waiting: { readonly runner: Runner; readonly answer: (mayRun: boolean) => void }[] = [];

  /** The runner whose turn it is. */
  get current(): Runner | undefined {
    return this.#current;
  }

  /**
   * Resolves with `true` when it is the turn of `runner`, which must then `leave`.
   *
   * @param signal removes it from the queue; then the promise resolves with `false`
   */
  async take(runner: Runner, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    if (this.#current === undefined) {
      this.#current = runner;
      return true;
    }
    return new Promise((answer) => {
      const one = { runner, answer };
      this.#waiting.push(one);
      signal.addEventListener('abort', () => {
        const place = this.#waiting.indexOf(one);
        if (place >= 0) this.#waiting.splice(place, 1)[0]?.answer(false);
      });
    });
  }

  leave(): void {
    const next = this.#waiting.shift();
    this.#current = next?.runner;
    next?.answer(true);
  }
}
