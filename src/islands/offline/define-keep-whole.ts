import type { WholeSite } from '../../core/keeper-messages.ts';
import { announce } from '../dom/announce.ts';
import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';
import { saySize } from '../dom/say-size.ts';
import { askKeeper } from './ask-keeper.ts';
import { bytesOf, keepFiles } from './keep-files.ts';
import { sayKeeping, sayWhole } from './say-keeping.ts';

/** `<keep-whole>`: keeps the whole guide in this browser, with its size first, its progress, and a way back. */
class KeepWholeElement extends HTMLElement {
  readonly #words = makeElement('p');
  readonly #said = makeElement('p');
  readonly #bar = makeElement('progress', { max: 1, value: 0, hidden: true, ariaLabel: 'Fetched' });
  readonly #start = makeButton('Keep the whole guide', () => void this.#keep(), { className: 'question-button' });
  readonly #stop = makeButton('Stop', () => this.#stopper?.abort(), { className: 'question-button', hidden: true });
  readonly #remove = makeButton('Remove it', () => void this.#drop(), { className: 'question-button', hidden: true });
  #site: WholeSite | undefined;
  #stopper: AbortController | undefined;

  connectedCallback(): void {
    if (this.dataset['live'] !== undefined) return;
    this.dataset['live'] = '';
    const buttons = makeElement('div', { className: 'question-bar' }, this.#start, this.#stop, this.#remove);
    this.replaceChildren(this.#words, this.#bar, buttons, this.#said);
    void this.#look();
  }

  /** Asks what there is, and shows it. */
  async #look(): Promise<void> {
    this.#stopper = undefined;
    try {
      this.#site = await askKeeper<WholeSite>({ askWhole: true });
    } catch {
      this.#site = undefined;
    }
    this.#words.textContent = sayWhole(this.#site, await roomFor(this.#site));
    this.#show();
  }

  #show(): void {
    const isRunning = this.#stopper !== undefined;
    const missing = this.#site?.missing.length ?? 0;
    const isKept = (this.#site?.files.length ?? 0) > missing;
    this.#start.hidden = isRunning || missing === 0;
    this.#stop.hidden = !isRunning;
    this.#remove.hidden = isRunning || !isKept;
    this.#bar.hidden = !isRunning;
  }

  async #keep(): Promise<void> {
    const site = this.#site;
    if (!site) return;
    this.#stopper = new AbortController();
    this.#said.textContent = '';
    this.#show();
    // A browser that has granted it does not delete the files when the disk is full.
    await navigator.storage?.persist?.().catch(() => false);
    const all = bytesOf(site.missing);
    const progress = (bytes: number) => {
      this.#bar.value = bytes / all;
      this.#words.textContent = `${saySize(bytes)} of ${saySize(all)} fetched.`;
    };
    progress(0);
    const said = await keepFiles(askKeeper, site, { progress, signal: this.#stopper.signal }).then(sayKeeping, () =>
      sayKeeping(undefined),
    );
    await this.#end(said);
  }

  async #drop(): Promise<void> {
    const isDone = await askKeeper<boolean>({ keepWhole: false }).catch(() => false);
    await this.#end(
      isDone
        ? 'Removed. The pages that you open from now on are kept again. Your code and progress stay.'
        : 'It could not be removed. Your browser’s settings can delete the data of this site.',
    );
  }

  async #end(said: string): Promise<void> {
    await this.#look();
    this.#said.textContent = said;
    announce(said);
  }
}

/** The bytes that the browser has left for this site; `undefined` if it does not say. */
async function roomFor(site: WholeSite | undefined): Promise<number | undefined> {
  if (!site) return undefined;
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  return quota === undefined || usage === undefined ? undefined : quota - usage;
}

if (!customElements.get('keep-whole')) customElements.define('keep-whole', KeepWholeElement);
