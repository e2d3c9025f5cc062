import type { Setting, State } from '../../explorables/kit/control.ts';
import type { Explorable, OpenQuestion, Prediction, Scene } from '../../explorables/kit/explorable.ts';
import { judgeGuess } from '../../explorables/kit/judge-guess.ts';
import type { Position } from '../../explorables/kit/state-link.ts';
import type { Card } from '../../explorables/view/part-names.ts';
import { Playback } from './playback.ts';

/** The question above an explorable, and the reader's progress with it. */
export interface Asking {
  readonly prediction: Prediction;
  /** True until it is answered, or skipped by opening the answer. */
  readonly isOpen: boolean;
  /** `undefined` before the reader has made one. */
  readonly guess: Setting | undefined;
  /** The sentence about the guess, after it was checked. */
  readonly verdict: string;
  readonly isAnswerShown: boolean;
  /** Whether the guess was right; `undefined` before it was checked. */
  readonly right: boolean | undefined;
}

/** The state of an explorable, which determines everything that the page shows of it. */
export interface ExplorableState {
  readonly position: Position;
  readonly scene: Scene;
  readonly isPlaying: boolean;
  /** `undefined` if there is no question. */
  readonly asking: Asking | undefined;
  /** Whether the position is the one that the question is about. */
  readonly isAtQuestion: boolean;
  /** Whether the settings are those of the answer. */
  readonly isAtAnswer: boolean;
  /** The question, while it is open and shown: then the view hides the answer. */
  readonly question: OpenQuestion | undefined;
  /** The card beside the picture: the question only as long as it is about the current position, or answered. */
  readonly card: Card;
}

/** The position, the run and the question of an explorable, with the actions of the reader. */
export class ExplorableStore {
  readonly #explorable: Explorable;
  readonly #initial: Position;
  readonly #playback: Playback;
  readonly #listeners = new Set<() => void>();
  #position: Position;
  #scene: { readonly of: State; readonly scene: Scene };
  #asking: Asking | undefined;
  /** The card that the reader has chosen. */
  #card: Card = 'question';

  /** @param initial the initial position, which the question is about */
  constructor(explorable: Explorable, initial: Position) {
    [this.#explorable, this.#initial, this.#position] = [explorable, initial, initial];
    this.#scene = { of: initial.state, scene: explorable.scene(initial.state) };
    const { prediction } = this.#scene.scene;
    this.#asking = prediction && unasked(prediction);
    this.#playback = new Playback(
      () => this.#takeStep(),
      () => this.#tell(),
    );
  }

  /** Calls a listener after every change. Returns a function that ends this. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get state(): ExplorableState {
    const { scene } = this;
    // Other settings can make the run shorter.
    const position = this.#at(this.#position.step);
    this.#position = position;
    const isAtQuestion = isSame(position, this.#initial);
    const asking = this.#asking;
    const card = asking && (isAtQuestion || !asking.isOpen) ? this.#card : 'controls';
    const question =
      asking?.isOpen && card === 'question' ? { guess: asking.guess ?? asking.prediction.guess.initial } : undefined;
    const answered = asking && { ...this.#initial.state, ...asking.prediction.reveal.state };
    const isAtAnswer = answered !== undefined && isEqual(position.state, answered);
    return { position, scene, isPlaying: this.#playback.plays, asking, isAtQuestion, isAtAnswer, question, card };
  }

  /** The scene for the settings, computed on demand, since there can be several input events in a frame. */
  get scene(): Scene {
    const { state } = this.#position;
    if (this.#scene.of !== state) this.#scene = { of: state, scene: this.#explorable.scene(state) };
    return this.#scene.scene;
  }

  set(key: string, setting: Setting): void {
    const { state, step } = this.#position;
    this.#leaveRun({ state: { ...state, [key]: setting }, step });
  }

  /** Shows a step; before the first and after the last there is none. */
  goToStep(step: number): void {
    this.#leaveRun(this.#at(step));
  }

  stepBy(by: number): void {
    this.goToStep(this.#position.step + by);
  }

  /** Starts the run, at its end from the beginning, or pauses it. @param speed in steps a second */
  togglePlay(speed: number): void {
    if (this.#playback.plays) {
      this.#playback.stop();
      return;
    }
    if (this.#position.step >= this.scene.lastStep) this.#go(this.#at(0));
    this.#playback.start(speed);
  }

  /** Holds the run while it is not visible. */
  hold(isHeld: boolean): void {
    this.#playback.hold(isHeld);
  }

  guess(guess: Setting): void {
    this.#ask({ guess, ...this.#withoutReminder() });
  }

  /** Judges the guess and shows the answer; without a guess only a message. */
  check(): void {
    if (this.#asking === undefined) return;
    const { prediction, guess } = this.#asking;
    const { right, says } = judgeGuess(prediction, guess);
    if (right === undefined) {
      this.#ask({ verdict: says });
      return;
    }
    const { reveal } = prediction;
    const { state, step } = this.#initial;
    this.#position = { state: { ...state, ...reveal.state }, step: 0 };
    // A run that is shown may be over before its step is reached.
    this.#position = this.#at(reveal.step ?? step);
    this.#ask({ isOpen: false, isAnswerShown: true, right, verdict: `${right ? 'Right' : 'Not quite'}. ${says}` });
  }

  /** Opens or closes the answer. Opening it skips the question. */
  showAnswer(isAnswerShown: boolean): void {
    if (this.#asking === undefined || this.#asking.isAnswerShown === isAnswerShown) return;
    this.#ask({ isAnswerShown, isOpen: this.#asking.isOpen && !isAnswerShown, ...this.#withoutReminder() });
  }

  /** That there is no guess is no longer so, or no longer matters. */
  #withoutReminder(): Partial<Asking> {
    return this.#asking?.right === undefined ? { verdict: '' } : {};
  }

  /** Goes back to the initial position, with the question unanswered. */
  reset(): void {
    this.#asking = this.#asking && unasked(this.#asking.prediction);
    this.#leaveRun(this.#initial);
  }

  /** Shows the question or the controls. An open question comes back with the position that it is about; the guess stays. */
  showCard(card: Card): void {
    this.#card = card;
    if (card === 'question' && this.#asking?.isOpen) this.#leaveRun(this.#initial);
    else this.#tell();
  }

  /** Shows a position from the storage or from a link. */
  restore(position: Position): void {
    this.#leaveRun(position);
  }

  #leaveRun(position: Position): void {
    this.#playback.stop();
    this.#go(position);
  }

  #go(position: Position): void {
    this.#position = position;
    this.#tell();
  }

  #ask(change: Partial<Asking>): void {
    this.#asking = this.#asking && { ...this.#asking, ...change };
    this.#tell();
  }

  #at(step: number): Position {
    return { state: this.#position.state, step: Math.min(Math.max(step, 0), this.scene.lastStep) };
  }

  /** Takes a step; returns whether there are more. */
  #takeStep(): boolean {
    const { step } = this.#position;
    const { lastStep } = this.scene;
    if (step >= lastStep) return false;
    this.#go(this.#at(step + 1));
    return step + 1 < lastStep;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function unasked(prediction: Prediction): Asking {
  return { prediction, isOpen: true, guess: undefined, verdict: '', isAnswerShown: false, right: undefined };
}

function isSame(a: Position, b: Position): boolean {
  return a.step === b.step && isEqual(a.state, b.state);
}

/** Whether two states have the same settings, which are in the order of their controls. */
function isEqual(a: State, b: State): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
