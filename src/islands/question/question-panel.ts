import '../../styles/components/question/alive.css';
import type { Item } from '../../exercises/progress/progress-item.ts';
import type { Outcome } from '../../exercises/progress/progress-record.ts';
import { announce, spokenText } from '../dom/announce.ts';
import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';
import { openProgress } from '../progress/open-progress.ts';

/** The answer to one choice, as the page was built. */
export interface ChoiceAnswer {
  readonly element: HTMLElement;
  readonly isRight: boolean;
  /** How the choice is called: a letter, a line, a number. */
  readonly label: string;
}

const saidBefore: Partial<Record<Outcome, string>> = {
  passed: 'answered before: right',
  hinted: 'answered before: nearly right',
  missed: 'answered before: missed',
  'looked-at': 'answer seen before',
};

/** The parts that all kinds of questions share: a place for the controls, buttons, and feedback that is announced and stored. */
export class QuestionPanel {
  readonly root: HTMLElement;
  readonly answers: readonly ChoiceAnswer[];
  readonly isPrediction: boolean;
  readonly #item: Item;
  readonly #reveal: () => void;
  readonly #bar = makeElement('div', { className: 'question-bar' });
  readonly #feedback = makeElement('div', { className: 'question-feedback' });
  readonly #fold: HTMLDetailsElement | null;
  #outcome: Outcome | undefined;

  constructor(root: HTMLElement, reveal: () => void) {
    [this.root, this.#reveal] = [root, reveal];
    this.isPrediction = root.dataset['kind'] === 'predict';
    this.#item = `${this.isPrediction ? 'prediction' : 'question'}/${root.dataset['name']}`;
    this.answers = [...root.querySelectorAll<HTMLElement>('.choice-answer')].map((element) => ({
      element,
      isRight: element.dataset['right'] !== undefined,
      label: element.dataset['label'] ?? '',
    }));
    this.#fold = root.querySelector<HTMLDetailsElement>(':scope > .answers');
    // A reader who has opened it goes on reading.
    if (this.#fold) this.#fold.hidden = !this.#fold.open;
    root.append(this.#bar, this.#feedback, ...(this.#fold ? [this.#fold] : []));
    this.#sayBefore();
  }

  /** Puts something in front of the buttons: a field, a text area. */
  offer(field: HTMLElement): void {
    this.#bar.before(field);
  }

  /** A button of this question. */
  button(name: string, press: () => void): HTMLButtonElement {
    const button = makeButton(name, press, { className: 'question-button' });
    this.#bar.append(button);
    return button;
  }

  /** Asks for something that is missing, which is no answer. */
  ask(words: string): void {
    this.#feedback.replaceChildren(makeElement('p', { className: 'question-verdict' }, words));
    announce(words);
  }

  /** Shows a verdict with the reasons for it, and has both read out. */
  show(verdict: string, mood: 'right' | 'wrong' | 'neutral', ...answers: readonly Element[]): void {
    const copies = answers.map(copyOf);
    this.#feedback.dataset['mood'] = mood;
    this.#feedback.replaceChildren(makeElement('p', { className: 'question-verdict' }, verdict), ...copies);
    announce(`${verdict} ${spokenText(...copies)}`);
  }

  /** Remembers what became of the question. At one visit only the first counts: who has seen an answer knows it. */
  settle(outcome: Outcome): void {
    this.#reveal();
    if (this.#outcome !== undefined) return;
    this.#outcome = outcome;
    const progress = openProgress();
    progress.add(this.#item, outcome);
    this.root.dataset['outcome'] = outcome;
    if (!progress.isKept) {
      this.#bar.after(
        makeElement(
          'p',
          { className: 'question-unkept' },
          'Your browser stores nothing for this site: this is remembered until you close the page.',
        ),
      );
    }
  }

  /** Shows the answers to all choices, in the fold of the page. */
  openAll(): void {
    if (!this.#fold) return;
    this.#fold.hidden = false;
    const title = this.#fold.querySelector('.fold-title');
    if (title) title.textContent = 'The answers to all choices';
  }

  get right(): ChoiceAnswer | undefined {
    return this.answers.find(({ isRight }) => isRight);
  }

  #sayBefore(): void {
    const last = openProgress().record(this.#item).at(-1)?.[1];
    const words = last && saidBefore[last];
    if (!words || this.isPrediction) return;
    // In a line that is there: what follows stays in its place.
    this.root.querySelector('.question-kind')?.append(makeElement('span', { className: 'question-before' }, words));
  }
}

/** A copy that repeats no id of the page. */
function copyOf(element: Element): Element {
  const copy = element.cloneNode(true) as Element;
  copy.querySelector('.choice-label')?.remove();
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  return copy;
}
