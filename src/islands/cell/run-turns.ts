/** Lets one at a time run, in the order in which they asked; who still waits may withdraw. */
export class RunTurns<Who> {
  private holder: Who | undefined;
  private readonly waiting: { readonly who: Who; readonly answer: (mayRun: boolean) => void }[] = [];

  /** Who runs now. */
  get current(): Who | undefined {
    return this.holder;
  }

  /** Resolves with `true` when it is their turn (then they must `leave`), and with `false` when they have withdrawn. */
  async take(who: Who): Promise<boolean> {
    if (this.holder === undefined) {
      this.holder = who;
      return true;
    }
    return new Promise((answer) => this.waiting.push({ who, answer }));
  }

  withdraw(who: Who): void {
    const at = this.waiting.findIndex((one) => one.who === who);
    if (at >= 0) this.waiting.splice(at, 1)[0]?.answer(false);
  }

  leave(): void {
    const next = this.waiting.shift();
    this.holder = next?.who;
    next?.answer(true);
  }
}
