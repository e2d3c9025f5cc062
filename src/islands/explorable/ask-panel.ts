import { blankGuess } from '../../explorables/kit/blank-guess.ts';
import type { Setting } from '../../explorables/kit/control.ts';
import type { Prediction } from '../../explorables/kit/explorable.ts';
import { judgeGuess } from '../../explorables/kit/judge-guess.ts';
import { partOf, showText } from '../../explorables/view/show-view.ts';
import { bindField, type Field } from './bind-field.ts';
import type { BoundHandle } from './handle-layer.ts';

/** The question above an explorable: a guess on its control or in the picture, then the answer with the reason. */
export class AskPanel {
  readonly #prediction: Prediction;
  readonly #root: HTMLElement;
  readonly #field: Field;
  readonly #done: (reveal?: Prediction['reveal']) => void;
  #guess: Setting | undefined;
  #open = true;

  /** `done` hears what to show, once a guess was checked; without a reveal, the guess was moved or the question skipped. */
  constructor(root: HTMLElement, prediction: Prediction, done: (reveal?: Prediction['reveal']) => void) {
    [this.#root, this.#prediction, this.#done] = [root, prediction, done];
    const control = root.querySelector<HTMLFieldSetElement>('[data-control=guess]');
    if (control === null) throw new TypeError(`${root.id} asks for a prediction and has no control for it`);
    this.#field = bindField(control, prediction.guess, (guess) => this.#make(guess));
    this.#bindKeys(control);
    root.querySelector('[data-do=check]')?.addEventListener('click', () => this.#check());
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

  /** The guess as it is drawn: where it starts from, before there is one. */
  get guess(): Setting {
    return this.#guess ?? this.#prediction.guess.initial;
  }

  /**
   * Says whether the state that is asked about is the one that is shown. While it is not, nothing can be guessed: the
   * picture may hold the answer, or contradict it.
   */
  showWhether(isHere: boolean): void {
    const isElsewhere = this.#open && !isHere;
    partOf(this.#root, 'ask').classList.toggle('is-elsewhere', isElsewhere);
    partOf(this.#root, 'guess').toggleAttribute('disabled', isElsewhere);
  }

  /** The guess as something to put into the picture, if it can be made there. */
  boundHandle(): BoundHandle | undefined {
    const { guess: control, handle } = this.#prediction;
    if (handle === undefined) return undefined;
    const change = (guess: Setting) => {
      this.#field.show(guess);
      this.#make(guess);
    };
    return { handle: { ...handle(this.guess), control: 'guess' }, control, setting: this.guess, change, guess: true };
  }

  reset(): void {
    [this.#open, this.#guess, this.#answer.open] = [true, undefined, false];
    this.#field.show(blankGuess(this.#prediction.guess));
    partOf(this.#root, 'verdict').textContent = '';
  }

  /** Puts the focus where a guess is made. */
  focus(): void {
    partOf(this.#root, 'guess').querySelector<HTMLElement>('input, button')?.focus();
  }

  #make(guess: Setting): void {
    this.#guess = guess;
    this.#done();
  }

  /** A slider that was pressed where it stood says so, though it has not changed; Enter checks. */
  #bindKeys(control: HTMLElement): void {
    // Not every browser makes a click of a tap on a slider.
    control.addEventListener('pointerup', ({ target }) => {
      const isSlider = target instanceof HTMLInputElement && target.type === 'range';
      if (isSlider && this.#guess === undefined) this.#make(this.guess);
    });
    this.#root.addEventListener('keydown', (event) => {
      const { target, key } = event;
      if (key !== 'Enter' || !(target instanceof HTMLElement)) return;
      const isGuess = target.matches('.handle.is-guess') || (control.contains(target) && target.tagName === 'INPUT');
      if (!isGuess) return;
      event.preventDefault();
      // What was typed out of range is brought into it before it is judged.
      if (target.matches('[type=number]:invalid')) target.dispatchEvent(new Event('change'));
      this.#check();
    });
  }

  #check(): void {
    const { right, says } = judgeGuess(this.#prediction, this.#guess);
    const begins = right === undefined ? '' : right ? 'Right. ' : 'Not quite. ';
    showText(partOf(this.#root, 'verdict'), begins + says);
    if (right === undefined) return;
    [this.#open, this.#answer.open] = [false, true];
    this.#done(this.#prediction.reveal);
  }

  get #answer(): HTMLDetailsElement {
    return partOf(this.#root, 'answer') as HTMLDetailsElement;
  }
}
