/** The furthest help that a reader has opened. */
export type Help = 'none' | 'hint' | 'lines' | 'solution';

/**
 * Shows the help of an exercise one step at a time: opening one shows the next. A step that is not shown yet can be found
 * by the browser's search, and by a link to what is in it.
 */
export class HelpSteps {
  readonly #steps: readonly HTMLDetailsElement[];
  #used: Help = 'none';

  /** @param lookedAt called when the solution is opened for the first time */
  constructor(root: HTMLElement, lookedAt: () => void) {
    this.#steps = [...root.querySelectorAll<HTMLDetailsElement>(':scope > .fold')];
    for (const [i, step] of this.#steps.entries()) {
      if (i > 0 && !step.open) step.setAttribute('hidden', 'until-found');
      step.addEventListener('beforematch', () => this.#showUpTo(i));
      step.addEventListener('toggle', () => {
        if (!step.open) return;
        this.#showUpTo(i + 1);
        this.#use(helpOf(step), lookedAt);
      });
    }
  }

  get used(): Help {
    return this.#used;
  }

  /** Shows all steps, closed: who has solved it may compare. */
  showAll(): void {
    this.#showUpTo(this.#steps.length);
  }

  #showUpTo(last: number): void {
    for (const step of this.#steps.slice(0, last + 1)) step.removeAttribute('hidden');
  }

  #use(help: Help, lookedAt: () => void): void {
    const order: readonly Help[] = ['none', 'hint', 'lines', 'solution'];
    if (order.indexOf(help) <= order.indexOf(this.#used)) return;
    this.#used = help;
    if (help === 'solution') lookedAt();
  }
}

function helpOf(step: HTMLElement): Help {
  if (step.classList.contains('solution')) return 'solution';
  return step.classList.contains('parsons') ? 'lines' : 'hint';
}
