import { makeElement } from '../dom/make-element.ts';
import type { CellFace } from './cell-face.ts';

/** The lines beside the buttons of a cell: its messages, and what the first Run means. */
export class CellStatus {
  readonly element: HTMLElement;
  readonly #status = makeElement('p', { className: 'cell-status', role: 'status' });
  readonly #remark = makeElement('p', { className: 'cell-remark' });
  readonly #offered = makeElement('p', { className: 'cell-offer' });
  /** What was said last of the output. */
  #said: string | undefined;

  /** @param offerId the id of the line on the first Run, for the button that it describes */
  constructor(offerId: string) {
    this.#offered.id = offerId;
    this.element = makeElement('div', { className: 'cell-says' }, this.#status, this.#remark, this.#offered);
  }

  /** Shows a message, which a screen reader reads out. */
  say(...words: (Node | string)[]): void {
    this.#status.replaceChildren(...words);
    this.#remark.textContent = '';
  }

  /** Shows something beside the message that a screen reader does not read out. */
  note(words: string): void {
    this.#remark.textContent = words;
  }

  /** What pressing Run for the first time means; everything else takes its place. */
  offer(...words: (Node | string)[]): void {
    this.#offered.replaceChildren(...words);
  }

  /** Says what there is to say of the output where it is another thing than before, and not at every key. */
  sayOf({ id, says }: CellFace): void {
    const said = says && JSON.stringify(says);
    if (said === this.#said) return;
    this.#said = said;
    this.say(...(says ? ('words' in says ? [says.words] : wordsOnChange(id, says.changedSince)) : []));
  }

  /** Of a new run the same is said again. */
  forgetSaid(): void {
    this.#said = undefined;
  }
}

function wordsOnChange(own: string, changed: readonly string[]): (Node | string)[] {
  if (changed.includes(own)) return ['Before you changed the code; run again.'];
  const names = changed.flatMap((id, i) => [i === 0 ? '' : ', ', makeElement('i', { translate: false }, id)]);
  return ['Before you changed ', ...names, '; run again.'];
}
