import { makeElement } from '../dom/make-element.ts';
import { shortenOutput, shownLength } from './shorten-output.ts';

/** Shows the output of a program while it runs, up to a maximum length. */
export class OutputPane {
  readonly element: HTMLElement;
  readonly #text = makeElement('samp');
  #printed = 0;
  #stream = '';

  constructor() {
    this.element = makeElement('pre', { className: 'code code-output cell-output' }, this.#text);
    this.element.tabIndex = 0;
    this.element.role = 'group';
    this.element.ariaLabel = 'Output of your run';
  }

  /** The number of characters received. */
  get length(): number {
    return this.#printed;
  }

  print(stream: 'stdout' | 'stderr', text: string): void {
    const room = shownLength.head - this.#printed;
    this.#printed += text.length;
    if (room > 0) this.#append(stream, text.slice(0, room));
    if (this.#printed > shownLength.head)
      this.element.dataset['more'] = `${this.#printed.toLocaleString('en')} characters`;
  }

  /** Replaces the pieces by the whole output, without its middle part if it is long. */
  finish(stdout: string, stderr: string): void {
    this.#text.replaceChildren();
    delete this.element.dataset['more'];
    this.#stream = '';
    this.#printed = stdout.length + stderr.length;
    this.#appendShortened('stdout', stdout);
    this.#appendShortened('stderr', stderr);
  }

  #appendShortened(stream: 'stdout' | 'stderr', text: string): void {
    const { head, tail, leftOut } = shortenOutput(text, shownLength);
    this.#append(stream, head);
    if (leftOut === 0) return;
    const words = `… ${leftOut.toLocaleString('en')} characters are left out here …`;
    this.#text.append(makeElement('span', { className: 'cell-left-out' }, words));
    this.#stream = '';
    this.#append(stream, tail);
  }

  #append(stream: 'stdout' | 'stderr', text: string): void {
    if (text === '') return;
    if (this.#stream !== stream) {
      this.#text.append(makeElement('span', { className: `cell-${stream}` }));
      this.#stream = stream;
    }
    this.#text.lastElementChild?.append(text);
  }
}
