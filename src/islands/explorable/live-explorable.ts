import { explorables } from '../../explorables/explorables.ts';
import { matters, type Setting, type State } from '../../explorables/kit/control.ts';
import type { Explorable, OpenQuestion, Scene } from '../../explorables/kit/explorable.ts';
import type { Position } from '../../explorables/kit/state-link.ts';
import { setIfOther } from '../../explorables/view/patch-children.ts';
import { partOf, type Showing, showFolds, showText, showView } from '../../explorables/view/show-view.ts';
import { AskPanel } from './ask-panel.ts';
import { bindField, bindShiftArrows, type Field } from './bind-field.ts';
import { guardSwipes } from './guard-swipes.ts';
import { boundHandles, HandleLayer } from './handle-layer.ts';
import { highlightTerms } from './highlight-terms.ts';
import { openInCell, returnFromCell } from './open-in-cell.ts';
import { Playback } from './playback.ts';
import { ReaderPlace } from './reader-place.ts';
import { dataAddress, download, pictureFile, pngOf } from './save-picture.ts';
import { watchSeen } from './watch-seen.ts';

/** How long the changes must have come to rest before the sentence is said. */
const quiet = 500;

/** Fetches the model of an explorable that the page was built with; resolves with what makes it work. */
export async function prepareExplorable(root: HTMLElement): Promise<() => void> {
  const explorable = await explorables[root.dataset['name'] ?? '']?.();
  return () => {
    if (explorable) new LiveExplorable(root, explorable);
  };
}

/** One explorable in the page: where the reader is, and what is drawn of it. */
class LiveExplorable {
  readonly #root: HTMLElement;
  readonly #explorable: Explorable;
  readonly #id: string;
  readonly #initial: Position;
  readonly #layer = new HandleLayer();
  readonly #fields: Readonly<Record<string, Field>>;
  readonly #playback: Playback;
  readonly #place: ReaderPlace;
  readonly #highlight: () => void;
  readonly #ask: AskPanel | undefined;
  #position: Position;
  #scene: Scene;
  #sceneOf: State;
  #shown: Showing | undefined;
  #frame: number | undefined;
  #rest: number | undefined;

  constructor(root: HTMLElement, explorable: Explorable) {
    [this.#root, this.#explorable, this.#id] = [root, explorable, root.dataset['id'] ?? explorable.id];
    this.#initial = JSON.parse(root.dataset['initial'] ?? '') as Position;
    this.#position = this.#initial;
    this.#scene = explorable.scene(this.#initial.state);
    this.#sceneOf = this.#initial.state;
    this.#highlight = highlightTerms(root);
    guardSwipes(root);
    this.#fields = this.#bindFields();
    this.#playback = new Playback(
      () => this.#takeStep(),
      (plays) => this.#showPlays(plays),
    );
    watchSeen(root, (seen) => this.#playback.hold(!seen));
    this.#place = new ReaderPlace({ id: this.#id, controls: explorable.controls, initial: this.#initial });
    const { prediction } = this.#scene;
    this.#ask =
      prediction &&
      new AskPanel(root, prediction, (reveal) => {
        const shown = reveal
          ? { state: { ...this.#initial.state, ...reveal.state }, step: reveal.step ?? this.#initial.step }
          : this.#position;
        this.#go(shown);
      });
    this.#bindButtons();
    this.#bindScrubber();
    this.#bindFolds();
    for (const group of root.querySelectorAll('fieldset.needs-script')) group.removeAttribute('disabled');
    this.#readPlace();
    this.#draw();
  }

  #go(position: Position): void {
    this.#position = position;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#draw();
      this.#sayLater();
    });
  }

  #set(key: string, setting: Setting): void {
    this.#playback.stop();
    this.#go({ ...this.#position, state: { ...this.#position.state, [key]: setting } });
  }

  #goTo(step: number): void {
    this.#go({ ...this.#position, step: Math.min(Math.max(step, 0), this.#scene.lastStep) });
  }

  #takeStep(): boolean {
    const { step } = this.#position;
    if (step >= this.#scene.lastStep) return false;
    this.#goTo(step + 1);
    return step + 1 < this.#scene.lastStep;
  }

  /** The answer to a prediction is kept back as long as the reader is where the question was asked. */
  get #question(): OpenQuestion | undefined {
    const ask = this.#ask;
    return ask?.open && this.#isAtQuestion ? { guess: ask.guess } : undefined;
  }

  get #isAtQuestion(): boolean {
    const { state, step } = this.#position;
    return step === this.#initial.step && sameState(state, this.#initial.state);
  }

  /** Computes the model if the state is another, and draws one step of it. */
  #draw(): void {
    const { state } = this.#position;
    if (state !== this.#sceneOf) {
      this.#scene = this.#explorable.scene(state);
      this.#sceneOf = state;
    }
    const scene = this.#scene;
    const step = Math.min(this.#position.step, scene.lastStep);
    this.#position = { state, step };
    const view = scene.view(step, this.#question);
    this.#shown = {
      id: this.#id,
      view,
      step,
      ledger: scene.ledger,
      runs: this.#explorable.speed !== undefined,
      code: () => scene.code(step),
    };
    this.#ask?.showWhether(this.#isAtQuestion);
    showView(this.#root, this.#shown, document);
    showFolds(this.#root, this.#shown, document);
    const handles = boundHandles(view.handles ?? [], this.#explorable.controls, state, (key, setting) =>
      this.#set(key, setting),
    );
    const guess = this.#question ? this.#ask?.boundHandle() : undefined;
    this.#layer.show(partOf(this.#root, 'pictures'), view.figures, guess ? [...handles, guess] : handles);
    this.#showFields(state);
    this.#showStep(step, scene.lastStep);
    this.#highlight();
  }

  #showFields(state: State): void {
    for (const [key, field] of Object.entries(this.#fields)) {
      const control = this.#explorable.controls[key];
      field.show(state[key] ?? 0);
      if (control) field.enable(matters(control, state));
    }
  }

  #sayLater(): void {
    window.clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => {
      if (this.#shown === undefined) return;
      showText(partOf(this.#root, 'sentence'), this.#shown.view.sentence);
      showFolds(this.#root, this.#shown, document, 'all');
      this.#place.keep(this.#position);
    }, quiet);
  }

  #bindFields(): Record<string, Field> {
    const group = partOf(this.#root, 'controls');
    return Object.fromEntries(
      Object.entries(this.#explorable.controls).flatMap(([key, control]) => {
        const element = group.querySelector<HTMLFieldSetElement>(`[data-control="${key}"]`);
        return element ? [[key, bindField(element, control, (setting) => this.#set(key, setting))]] : [];
      }),
    );
  }

  #bindButtons(): void {
    const actions: Readonly<Record<string, (event: Event) => void>> = {
      back: () => this.#stepBy(-1),
      step: () => this.#stepBy(1),
      play: () => this.#togglePlay(),
      reset: () => this.#reset(),
      question: () => this.#goToQuestion(),
      link: () => void this.#copyLink(),
      python: (event) => this.#openPython(event),
      svg: () => download(dataAddress(this.#file()), `${this.#id}.svg`),
      png: () => void pngOf(this.#file()).then((png) => download(png, `${this.#id}.png`)),
    };
    for (const button of this.#root.querySelectorAll<HTMLElement>('[data-do]')) {
      const action = actions[button.dataset['do'] ?? ''];
      if (action) button.addEventListener('click', action);
    }
    const python = this.#root.querySelector<HTMLAnchorElement>('[data-do=python]');
    if (python) returnFromCell(python, this.#root.id);
  }

  /** On paper everything is unfolded. */
  #bindFolds(): void {
    window.addEventListener('beforeprint', () => {
      if (this.#shown) showFolds(this.#root, this.#shown, document, 'all');
    });
    for (const fold of this.#root.querySelectorAll('details.explorable-fold')) {
      fold.addEventListener('toggle', () => {
        if (this.#shown) showFolds(this.#root, this.#shown, document);
        this.#highlight();
      });
    }
  }

  #stepBy(by: number): void {
    this.#playback.stop();
    this.#goTo(this.#position.step + by);
  }

  #togglePlay(): void {
    if (this.#playback.plays) {
      this.#playback.stop();
      return;
    }
    if (this.#position.step >= this.#scene.lastStep) this.#goTo(0);
    this.#playback.start(Number((partOf(this.#root, 'speed') as HTMLSelectElement).value));
  }

  #showPlays(plays: boolean): void {
    const button = this.#root.querySelector('[data-do=play]');
    if (button) showText(button, plays ? 'Pause' : 'Play');
  }

  #bindScrubber(): void {
    if (this.#explorable.speed === undefined) return;
    const scrubber = partOf(this.#root, 'scrubber') as HTMLInputElement;
    bindShiftArrows(scrubber);
    scrubber.addEventListener('input', () => {
      this.#playback.stop();
      this.#goTo(scrubber.valueAsNumber);
    });
  }

  #showStep(step: number, lastStep: number): void {
    if (this.#explorable.speed === undefined) return;
    const scrubber = partOf(this.#root, 'scrubber') as HTMLInputElement;
    setIfOther(scrubber, 'max', String(lastStep));
    if (scrubber.valueAsNumber !== step) scrubber.valueAsNumber = step;
    setIfOther(scrubber, 'aria-valuetext', `step ${step} of ${lastStep}`);
    showText(partOf(this.#root, 'step'), `${step} of ${lastStep}`);
  }

  #reset(): void {
    this.#playback.stop();
    this.#ask?.reset();
    this.#say('');
    this.#go(this.#initial);
  }

  #say(text: string): void {
    showText(partOf(this.#root, 'said'), text);
  }

  #goToQuestion(): void {
    this.#playback.stop();
    this.#position = this.#initial;
    this.#draw();
    this.#sayLater();
    this.#ask?.focus();
  }

  #readPlace(): void {
    const found = this.#place.read();
    // The tab may be closed before the changes have come to rest.
    window.addEventListener('pagehide', () => this.#place.keep(this.#position));
    if (found === undefined) return;
    if ('broken' in found) {
      this.#say(`The link could not be read (${found.broken}), so this is where everybody starts.`);
      return;
    }
    this.#position = found.position;
    this.#sayLater();
  }

  /** The address with the position in it goes to the clipboard and to the address bar. */
  async #copyLink(): Promise<void> {
    const link = this.#place.link(this.#position, this.#root.id);
    history.replaceState(history.state, '', link);
    try {
      await navigator.clipboard.writeText(link);
      this.#say('The link is copied.');
    } catch {
      this.#say('The link is in the address bar; the browser does not let this page copy it.');
    }
  }

  /** Shows the code of this state in the cell of the example, if it is a cell; otherwise the link leads to it. */
  #openPython(event: Event): void {
    const link = event.currentTarget as HTMLAnchorElement;
    const lines = this.#scene.code(this.#position.step).map((line) => (typeof line === 'string' ? line : line[0]));
    if (openInCell(link, this.#root.id, lines.join('\n'))) event.preventDefault();
  }

  #file(): string {
    return pictureFile([...partOf(this.#root, 'pictures').querySelectorAll('svg')], this.#explorable.title);
  }
}

function sameState(a: State, b: State): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
