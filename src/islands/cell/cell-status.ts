import { makeElement } from '../dom/make-element.ts';
import type { CellFace } from './cell-face.ts';

/** The lines next to the buttons of a cell: its messages, and the description of the first Run. */
export class CellStatus {
  readonly element: HTMLElement;
  readonly #status = makeElement('p', { className: 'cell-status', role: 'status' });
  readonly #remark = makeElement('p', { className: 'cell-remark' });
  readonly #offered = makeElement('p', { className: 'cell-offer' });
  /** The last message about the output. */
  #said: string | undefined;

  /** @param offerId the id of the line on the first Run, for the button that it describes */
  constructor(offerId: string) {
    this.#offered.id = offerId;
    this.element = makeElement('div', { className: 'cell-says' }, this.#status, this.#remark, this.#offered);
  }

  /** Shows a message, which a screen reader announces. */
  say(...words: (Node | string)[]): void {
    this.#status.replaceChildren(...words);
    this.#remark.textContent = '';
  }

  /** Shows a note next to the message, which a screen reader does not announce. */
  note(words: string): void {
    this.#remark.textContent = words;
  }

  /** Shows the description of the first Run, which any message replaces. */
  offer(...words: (Node | string)[]): void {
    this.#offered.replaceChildren(...words);
  }

  /** Shows the message about the output if it has changed, and not at every key. */
  sayOf({ id, says }: CellFace): void {
    const said = says && JSON.stringify(says);
    if (said === this.#said) return;
    this.#said = said;
    this.say(...(says ? ('words' in says ? [says.words] : wordsOnChange(id, says.changedSince)) : []));
  }

  /** Forgets the last message, so that a new run with the same message shows it again. */
  forgetSaid(): void {
    this.#said = undefined;
  }
}

function wordsOnChange(own: string, changed: readonly string[]): (Node | string)[] {
  if (changed.includes(own)) return ['Before you changed the code; run again.'];
  const names = changed.flatMap((id, i) => [i === 0 ? '' : ', ', makeElement('i', { translate: false }, id)]);
  return ['Before you changed ', ...names, '; run again.'];
}
