import type { PythonClient, PythonState } from '../../python/page/python-client.ts';
import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';
import { saySize } from '../dom/say-size.ts';

/** Milliseconds before the panel is shown. */
const delay = 300;

/** Shows the progress of loading Python, with a button to cancel; after a failure the reason, with a button to retry. */
export class LoadingPanel {
  readonly element = makeElement('div', { className: 'cell-loading', hidden: true });
  #waiting = 0;
  readonly #words = makeElement('p', { className: 'cell-loading-words' });
  readonly #bar = makeElement('progress', { ariaLabel: 'Loading Python' });
  #press = (): void => {};
  readonly #act = makeButton('', () => this.#press());

  constructor() {
    this.element.append(this.#words, this.#bar, this.#act);
  }

  /** Shows the state of `python` while the reader has to wait for it. */
  show(state: PythonState, python: Pick<PythonClient, 'cancel' | 'retry'>): void {
    if (state.kind === 'loading') this.#showProgress(state, () => python.cancel());
    else if (state.kind === 'failed') this.showFailure(state.reason, () => python.retry());
    else this.hide();
  }

  hide(): void {
    window.clearTimeout(this.#waiting);
    this.#waiting = 0;
    this.element.hidden = true;
  }

  /** @param reason a sentence */
  showFailure(reason: string, retry: () => void): void {
    this.#appear();
    this.element.role = 'alert';
    this.#bar.hidden = true;
    this.#words.textContent = reason;
    this.#showButton('Retry', retry);
  }

  #appear(): void {
    window.clearTimeout(this.#waiting);
    this.element.hidden = false;
  }

  #showProgress(state: Extract<PythonState, { kind: 'loading' }>, cancel: () => void): void {
    const { stage, received, total } = state;
    // A short wait is not shown.
    if (this.element.hidden) this.#waiting ||= window.setTimeout(() => this.#appear(), delay);
    this.element.role = null;
    this.#bar.hidden = false;
    if (stage === 'download' && total > 0) {
      this.#bar.max = total;
      this.#bar.value = received;
      this.#words.textContent = `Fetching Python: ${saySize(received)} of ${saySize(total)}`;
    } else {
      this.#bar.removeAttribute('value');
      this.#words.textContent = stage === 'download' ? 'Fetching Python' : 'Starting Python';
    }
    this.#showButton('Cancel', cancel);
  }

  #showButton(name: string, press: () => void): void {
    this.#act.textContent = name;
    this.#press = press;
  }
}
