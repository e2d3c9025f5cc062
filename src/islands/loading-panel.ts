import type { PythonClient, PythonState } from '../python/python-client.ts';
import { makeElement } from './make-element.ts';
import { saySize } from './say-size.ts';

/** Shows how Python comes in, with a way to give up; and when it does not come, why, with a way to try again. */
export class LoadingPanel {
  readonly element = makeElement('div', { className: 'cell-loading', hidden: true });
  private readonly words = makeElement('p', { className: 'cell-loading-words' });
  private readonly bar = makeElement('progress', { ariaLabel: 'Loading Python' });
  private readonly act = makeElement('button', { type: 'button', className: 'cell-button' });

  constructor() {
    this.element.append(this.words, this.bar, this.act);
  }

  /** Shows the state of `python`, as far as the reader has to wait for it. */
  show(state: PythonState, python: Pick<PythonClient, 'cancel' | 'retry'>): void {
    this.element.hidden = state.kind !== 'loading' && state.kind !== 'failed';
    if (state.kind === 'loading') this.showProgress(state, () => python.cancel());
    else if (state.kind === 'failed') this.showFailure(state.reason, () => python.retry());
  }

  hide(): void {
    this.element.hidden = true;
  }

  showFailure(reason: string, retry: () => void): void {
    this.element.hidden = false;
    this.element.role = 'alert';
    this.bar.hidden = true;
    this.words.textContent = `Python could not be loaded. ${reason} What the lesson says comes out stands below.`;
    this.showButton('Retry', retry);
  }

  private showProgress(state: Extract<PythonState, { kind: 'loading' }>, cancel: () => void): void {
    const { stage, received, total } = state;
    this.element.role = null;
    this.bar.hidden = false;
    if (stage === 'download' && total > 0) {
      this.bar.max = total;
      this.bar.value = received;
      this.words.textContent = `Fetching Python: ${saySize(received)} of ${saySize(total)}`;
    } else {
      this.bar.removeAttribute('value');
      this.words.textContent = stage === 'download' ? 'Fetching Python' : 'Starting Python';
    }
    this.showButton('Cancel', cancel);
  }

  private showButton(name: string, press: () => void): void {
    this.act.textContent = name;
    this.act.onclick = press;
  }
}
