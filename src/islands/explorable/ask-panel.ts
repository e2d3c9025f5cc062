import { blankGuess } from '../../explorables/kit/blank-guess.ts';
import { buttonFor, partOf } from '../../explorables/view/part-names.ts';
import { bindField, type Field } from './bind-field.ts';
import type { Asking, ExplorableState, ExplorableStore } from './explorable-store.ts';
import type { BoundHandle } from './handle-layer.ts';
import { showText } from './show-text.ts';

/** The question above an explorable: a guess on its control or in the picture, then the answer with the reason. */
export class AskPanel {
  readonly #root: HTMLElement;
  readonly #store: ExplorableStore;
  readonly #field: Field;
  #isAnswerShown = false;
  #isJudged = false;

  constructor(root: HTMLElement, store: ExplorableStore, { prediction }: Asking) {
    [this.#root, this.#store] = [root, store];
    const control = root.querySelector<HTMLFieldSetElement>('[data-control=guess]');
    if (control === null) throw new TypeError(`${root.id} asks for a prediction and has no control for it`);
    this.#field = bindField(control, prediction.guess, (guess) => store.guess(guess));
    this.#bindKeys(control);
    const answer = partOf(root, 'answer');
    answer.addEventListener('toggle', () => store.showAnswer(answer.open));
  }

  /**
   * Shows the question. If the current state is not the one that it is about, no guess is possible, since the picture may
   * show the answer or contradict it.
   */
  render({ prediction, guess, verdict, isOpen, isAnswerShown, right }: Asking, isAtQuestion: boolean): void {
    const isElsewhere = isOpen && !isAtQuestion;
    const leaves = !isOpen && this.#hasFocus();
    partOf(this.#root, 'guess').toggleAttribute('disabled', !isOpen || isElsewhere);
    const tab = buttonFor(this.#root, 'question');
    if (tab) showText(tab, isElsewhere ? 'The question is about another state: go to it' : 'Question');
    this.#field.show(guess ?? blankGuess(prediction.guess));
    showText(partOf(this.#root, 'verdict'), verdict);
    // The browser opens it for a reader and dispatches the event later, so it is set only if the state has changed.
    if (isAnswerShown !== this.#isAnswerShown) partOf(this.#root, 'answer').open = isAnswerShown;
    this.#isAnswerShown = isAnswerShown;
    if (right !== undefined && !this.#isJudged) this.#tell(right);
    this.#isJudged = right !== undefined;
    // The focused element is hidden now.
    if (leaves) buttonFor(this.#root, 'explore')?.focus({ preventScroll: true });
  }

  /** Tells the page, which remembers it. */
  #tell(right: boolean): void {
    const detail = { id: this.#root.dataset['id'], right };
    this.#root.dispatchEvent(new CustomEvent('explorable-answered', { bubbles: true, detail }));
  }

  #hasFocus(): boolean {
    const active = document.activeElement;
    const isGuess = partOf(this.#root, 'guess').contains(active) || active?.matches('.handle.is-guess') === true;
    return isGuess && this.#root.contains(active);
  }

  /** Handles a press on a slider that does not change it, which is a guess as well; Enter checks the guess. */
  #bindKeys(control: HTMLElement): void {
    // Not every browser dispatches a click for a tap on a slider.
    control.addEventListener('pointerup', ({ target }) => {
      const { asking } = this.#store.state;
      const isSlider = target instanceof HTMLInputElement && target.type === 'range';
      if (isSlider && asking && asking.guess === undefined) this.#store.guess(asking.prediction.guess.initial);
    });
    this.#root.addEventListener('keydown', (event) => {
      const { target, key } = event;
      if (key !== 'Enter' || !(target instanceof HTMLElement)) return;
      const isGuess = target.matches('.handle.is-guess') || (control.contains(target) && target.tagName === 'INPUT');
      if (!isGuess) return;
      event.preventDefault();
      // A typed value out of range is corrected before it is judged.
      const isTyped = target instanceof HTMLInputElement && target.type === 'number';
      if (isTyped && !target.validity.valid) target.dispatchEvent(new Event('change'));
      this.#store.check();
    });
  }
}

/** The guess as a handle in the picture, if it can be made there. */
export function guessHandle({ question, asking }: ExplorableState, store: ExplorableStore): BoundHandle[] {
  if (question?.guess === undefined || asking?.prediction.handle === undefined) return [];
  const { guess: control, handle } = asking.prediction;
  const setting = question.guess;
  const change = (guess: typeof setting) => store.guess(guess);
  return [{ handle: { ...handle(setting), control: 'guess' }, control, setting, change, guess: true }];
}
