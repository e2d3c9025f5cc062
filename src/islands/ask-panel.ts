import type { Setting } from '../explorables/control.ts';
import type { Prediction } from '../explorables/explorable.ts';
import { bindField, type Field } from './bind-field.ts';
import { partOf } from './show-view.ts';
import type { Grip } from './stage-handles.ts';

/** The question above an explorable: a guess on its control or in the picture, then the answer with the reason. */
export class AskPanel {
  readonly #prediction: Prediction;
  readonly #root: HTMLElement;
  readonly #field: Field;
  readonly #moved: () => void;
  #guess: Setting;
  #open = true;

  /** `done` hears what to show, once a guess was checked; without a reveal, the guess was moved or the question skipped. */
  constructor(root: HTMLElement, prediction: Prediction, done: (reveal?: Prediction['reveal']) => void) {
    [this.#root, this.#prediction, this.#guess] = [root, prediction, prediction.guess.initial];
    this.#moved = () => done();
    const control = root.querySelector<HTMLFieldSetElement>('[data-control=guess]');
    if (control === null) throw new TypeError(`${root.id} asks for a prediction and has no control for it`);
    this.#field = bindField(control, prediction.guess, (guess) => {
      this.#guess = guess;
      done();
    });
    root.querySelector('[data-do=check]')?.addEventListener('click', () => {
      this.#judge();
      done(prediction.reveal);
    });
    const answer = this.#answer;
    // Whoever opens the answer has skipped the question.
    answer.addEventListener('toggle', () => {
      if (!answer.open || !this.#open) return;
      this.#open = false;
      done();
    });
  }

  /** Whether the question still stands. */
  get open(): boolean {
    return this.#open;
  }

  get guess(): Setting {
    return this.#guess;
  }

  /** The guess as something to put into the picture, if it can be made there. */
  grip(): Grip | undefined {
    const { guess: control, handle } = this.#prediction;
    if (handle === undefined) return undefined;
    const change = (guess: Setting) => {
      this.#guess = guess;
      this.#field.show(guess);
      this.#moved();
    };
    return { handle: { ...handle(this.#guess), control: 'guess' }, control, setting: this.#guess, change, guess: true };
  }

  reset(): void {
    [this.#open, this.#guess, this.#answer.open] = [true, this.#prediction.guess.initial, false];
    this.#field.show(this.#guess);
    partOf(this.#root, 'verdict').textContent = '';
  }

  #judge(): void {
    const { right, says } = this.#prediction.judge(this.#guess);
    partOf(this.#root, 'verdict').textContent = `${right ? 'Right.' : 'Not quite.'} ${says}`;
    [this.#open, this.#answer.open] = [false, true];
  }

  get #answer(): HTMLDetailsElement {
    return partOf(this.#root, 'answer') as HTMLDetailsElement;
  }
}
