import '../../styles/components/explorable/answer-marks.css';
import '../../styles/components/explorable/handles.css';
import { setIfOther } from '../../core/patch-tree.ts';
import { explorables } from '../../explorables/explorables.ts';
import { matters, type Setting, type State } from '../../explorables/kit/control.ts';
import { type Explorable, speeds, type View } from '../../explorables/kit/explorable.ts';
import type { Position } from '../../explorables/kit/state-link.ts';
import { speedText } from '../../explorables/view/part-contents.ts';
import { buttonFor, type Card, partOf } from '../../explorables/view/part-names.ts';
import { bringRest } from '../dom/bring-rest.ts';
import { AnswerMarks } from './answer-marks.ts';
import { AskPanel, guessHandle } from './ask-panel.ts';
import { bindActions } from './bind-actions.ts';
import { bindField, bindShiftArrows, type Field } from './bind-field.ts';
import { type ExplorableState, ExplorableStore } from './explorable-store.ts';
import { guardSwipes } from './guard-swipes.ts';
import { type BoundHandle, bindHandles, HandleLayer } from './handle-layer.ts';
import { highlightTerms } from './highlight-terms.ts';
import { announceSentence } from './live-sentence.ts';
import { makeList } from './make-field.ts';
import { ReaderPlace } from './reader-place.ts';
import { settleEquation } from './show-equation.ts';
import { type Showing, showFolds, showParts } from './show-parts.ts';
import { showText } from './show-text.ts';
import { watchSeen } from './watch-seen.ts';

/** Milliseconds without a change after which the sentence is announced. */
export const quiet = 500;

/** Fetches the model of an explorable, and what the page was sent without; resolves with the function that activates it. */
export async function prepareExplorable(root: HTMLElement): Promise<() => void> {
  const model = explorables[root.dataset['name'] ?? '']?.();
  const [explorable] = await Promise.all([model, bringRest(root.ownerDocument)]);
  return () => {
    if (explorable) new LiveExplorable(root, explorable);
  };
}

/** One explorable in the page: passes the reader's actions to the store, and renders the state of the store. */
class LiveExplorable {
  readonly #root: HTMLElement;
  readonly #explorable: Explorable;
  readonly #id: string;
  readonly #store: ExplorableStore;
  readonly #place: ReaderPlace;
  readonly #layer = new HandleLayer();
  readonly #marks: AnswerMarks;
  readonly #fields: Readonly<Record<string, Field>>;
  readonly #ask: AskPanel | undefined;
  readonly #highlight: () => void;
  #showing: Showing;
  #frame: number | undefined;
  #rest: number | undefined;

  constructor(root: HTMLElement, explorable: Explorable) {
    [this.#root, this.#explorable, this.#id] = [root, explorable, root.dataset['id'] ?? explorable.id];
    const initial = JSON.parse(root.dataset['initial'] ?? '') as Position;
    const store = new ExplorableStore(explorable, initial);
    this.#store = store;
    this.#marks = new AnswerMarks(partOf(root, 'pictures'));
    guardSwipes(root);
    this.#highlight = highlightTerms(root);
    this.#fields = this.#bindFields();
    const { asking } = store.state;
    this.#ask = asking && new AskPanel(root, store, asking);
    this.#place = new ReaderPlace({ id: this.#id, controls: explorable.controls, initial });
    bindActions({
      root,
      id: this.#id,
      title: explorable.title,
      store,
      place: this.#place,
      showCard: (card) => this.#showCard(card),
    });
    this.#bindTransport();
    this.#bindFolds();
    watchSeen(root, (isSeen) => store.hold(!isSeen));
    for (const group of root.querySelectorAll('fieldset.needs-script')) group.removeAttribute('disabled');
    const isRestored = this.#restore();
    this.#showing = this.#render();
    store.subscribe(() => this.#renderLater());
    if (isRestored) this.#settleLater();
  }

  #bindFields(): Record<string, Field> {
    const group = partOf(this.#root, 'controls');
    return Object.fromEntries(
      Object.entries(this.#explorable.controls).flatMap(([key, control]) => {
        const element = group.querySelector<HTMLFieldSetElement>(`[data-control="${key}"]`);
        return element ? [[key, bindField(element, control, (setting) => this.#store.set(key, setting))]] : [];
      }),
    );
  }

  #bindTransport(): void {
    const { speed } = this.#explorable;
    if (speed === undefined) return;
    const options = speeds.map((one) => ({ value: String(one), label: speedText(one) }));
    makeList(partOf(this.#root, 'speed'), options, String(speed));
    const scrubber = partOf(this.#root, 'scrubber');
    bindShiftArrows(scrubber);
    scrubber.addEventListener('input', () => this.#store.goToStep(scrubber.valueAsNumber));
  }

  /** Binds the folds, which are all open on paper. */
  #bindFolds(): void {
    window.addEventListener('beforeprint', () => this.#showFolds('all'));
    for (const fold of this.#root.querySelectorAll('details.explorable-fold')) {
      fold.addEventListener('toggle', () => this.#showFolds('open'));
    }
  }

  #showFolds(which: 'open' | 'all'): void {
    showFolds(this.#root, this.#showing, which);
    this.#highlight();
  }

  /** Restores the reader's position, or that of a link. Returns whether there is one. */
  #restore(): boolean {
    // The tab may be closed before a change is stored.
    window.addEventListener('pagehide', () => this.#place.keep(this.#store.state.position));
    const found = this.#place.read();
    if (found === undefined) return false;
    if ('position' in found) this.#store.restore(found.position);
    else
      showText(
        partOf(this.#root, 'said'),
        `The link could not be read (${found.broken}), so this is where everybody starts.`,
      );
    return 'position' in found;
  }

  #showCard(card: Card): void {
    this.#store.showCard(card);
    // Rendered at once, since what is hidden cannot get the focus.
    this.#showing = this.#render();
    buttonFor(this.#root, card)?.focus({ preventScroll: true });
  }

  #renderCard({ card, asking }: ExplorableState): void {
    setIfOther(this.#root, 'data-card', card);
    const isAsking = card === 'question' && asking?.isOpen === true;
    if (this.#root.hasAttribute('data-asking') !== isAsking) this.#root.toggleAttribute('data-asking', isAsking);
    for (const name of ['question', 'controls'] as const) {
      const tab = buttonFor(this.#root, name);
      if (tab) setIfOther(tab, 'aria-pressed', String(card === name));
    }
  }

  /** Renders all changes of one frame together. */
  #renderLater(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#showing = this.#render();
      this.#settleLater();
    });
  }

  #render(): Showing {
    const { state } = this.#store;
    const { scene, position, question } = state;
    const view = scene.view(position.step, question);
    const showing: Showing = { id: this.#id, explorable: this.#explorable, state, view };
    showParts(this.#root, showing, this.#highlight);
    showFolds(this.#root, showing);
    if (state.asking) this.#ask?.render(state.asking, state.isAtQuestion);
    this.#renderCard(state);
    this.#renderControls(position.state);
    this.#layer.show(partOf(this.#root, 'pictures'), view.figures, this.#handlesOf(state, view));
    this.#marks.show(view.figures, state);
    this.#highlight();
    return showing;
  }

  #renderControls(state: State): void {
    for (const [key, control] of Object.entries(this.#explorable.controls)) {
      const field = this.#fields[key];
      field?.show(state[key] ?? control.initial);
      field?.enable(matters(control, state));
    }
  }

  #handlesOf(state: ExplorableState, view: View): BoundHandle[] {
    const { controls } = this.#explorable;
    const change = (key: string, setting: Setting) => this.#store.set(key, setting);
    const handles = bindHandles(view.handles ?? [], { controls, state: state.position.state, change });
    return [...handles, ...guessHandle(state, this.#store)];
  }

  /** After a pause without changes, has what is read aloud follow, updates the folds, and stores the position. */
  #settleLater(): void {
    window.clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => {
      for (const part of ['sentence', 'note'] as const) announceSentence(partOf(this.#root, part));
      settleEquation(partOf(this.#root, 'equation'));
      this.#showFolds('all');
      this.#place.keep(this.#showing.state.position);
    }, quiet);
  }
}
