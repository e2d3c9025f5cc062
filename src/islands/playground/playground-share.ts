import type { Cell } from '../cell/cell.ts';
import { copyText } from '../dom/copy-text.ts';
import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';
import { BrokenLinkError, codeFrom, fragmentFor, LongCodeError } from './share-link.ts';

/**
 * `<playground-share>`: makes links that carry the code of the page's cell, and takes up such a link. Code from a link is
 * shown, never run by itself, and takes the place of the reader's own only when they say so.
 */
export class PlaygroundShare extends HTMLElement {
  readonly #words = makeElement('p', { role: 'status' });
  /** The code that the address carries. */
  #linked: string | undefined;
  readonly #panel = makeElement('div', { className: 'playground-link', hidden: true });

  connectedCallback(): void {
    if (this.#panel.isConnected) return;
    const share = makeButton('Copy a link to this code', () => this.#share());
    this.append(share, this.#words, this.#panel);
    this.#cell.addEventListener('code-changed', () => {
      if (this.#cell.code !== this.#linked) this.#leaveLink();
    });
    window.addEventListener('hashchange', () => this.#openLink());
    void this.#openLink();
  }

  get #cell(): Cell {
    const cell = document.querySelector('python-cell');
    if (!cell) throw new Error('The page has no cell to share.');
    return cell;
  }

  async #share(): Promise<void> {
    try {
      const fragment = await fragmentFor(this.#cell.code);
      history.replaceState(null, '', fragment);
      this.#linked = this.#cell.code;
      const copied = await copyText(location.href);
      const where = copied ? 'The link is copied' : 'The link stands in the address bar';
      this.#say(`${where}. Who opens it sees the code, and runs it only if they want to.`);
    } catch (error) {
      if (!(error instanceof LongCodeError)) throw error;
      this.#say(error.message);
    }
  }

  async #openLink(): Promise<void> {
    this.#panel.hidden = true;
    try {
      const code = await codeFrom(location.hash);
      this.#linked = code;
      if (code === undefined || code === this.#cell.code) return;
      if (this.#cell.isChanged) this.#ask(code);
      else {
        this.#cell.show(code);
        this.#say('This code came with the link. It has not been run.');
      }
    } catch (error) {
      if (!(error instanceof BrokenLinkError)) throw error;
      this.#say(`${error.message} What stands here is your own.`);
    }
  }

  /** The reader has code of their own here: the link's is shown beside it. */
  #ask(code: string): void {
    const source = makeElement('pre', { className: 'code', tabIndex: 0 }, makeElement('code', {}, code));
    this.#panel.replaceChildren(
      makeElement('p', {}, 'The link brings this code, and you have code of your own here:'),
      source,
      makeButton('Use the link’s code', () => {
        this.#panel.hidden = true;
        void this.#cell.propose(code);
      }),
      makeButton('Keep mine', () => {
        this.#panel.hidden = true;
        this.#leaveLink();
        this.#cell.bar.focusRun();
      }),
    );
    this.#panel.hidden = false;
  }

  /** The address carries a code that is no longer the one on the page. */
  #leaveLink(): void {
    this.#say('');
    if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
  }

  #say(words: string): void {
    this.#words.textContent = words;
  }
}
