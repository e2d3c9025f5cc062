import type { Point } from '../../core/point.ts';
import type { GuessMark } from '../../explorables/kit/explorable.ts';
import { guessMarks, placeAlong, spreadPlaces } from '../../explorables/kit/guess-marks.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import { figureFrame } from '../../figures/parts/figure-frame.ts';
import { makeElement } from '../dom/make-element.ts';
import type { ExplorableState } from './explorable-store.ts';
import { glide } from './glide.ts';

/** Milliseconds from the guess to the truth. */
const duration = 700;
/** The number of places by which a line is drawn while it changes into another one. */
const detail = 49;

/**
 * After an answer, the reader's guess and the right one in the pictures, both named. The right one begins at the guess
 * and moves to its place. They are shown as long as the state is the one of the answer.
 */
export class AnswerMarks {
  readonly #pictures: HTMLElement;
  #pairs: readonly Pair[] = [];
  #elements: readonly HTMLElement[] = [];

  constructor(pictures: HTMLElement) {
    this.#pictures = pictures;
  }

  /** Shows what there is to compare in these figures, or nothing. */
  show(figures: readonly Figure[], state: ExplorableState): void {
    const pairs = pairsOf(figures, state);
    const isSame = JSON.stringify(pairs) === JSON.stringify(this.#pairs);
    if (isSame && this.#elements.every((element) => element.isConnected)) return;
    this.#clear();
    if (pairs.length === 0) return;
    this.#pairs = pairs;
    this.#elements = pairs.map((pair) => this.#add(pair));
    this.#bringIntoView(pairs[0]?.picture);
    glide(duration, (part) => {
      if (this.#pairs !== pairs) return false;
      pairs.forEach((pair, i) => {
        if (this.#elements[i]) move(this.#elements[i], pair, part);
      });
      return true;
    });
  }

  /** On a phone the pictures stand side by side, and the one with the marks may be out of sight. */
  #bringIntoView(picture = 0): void {
    const shown = this.#pictures.children[picture];
    if (!(shown instanceof HTMLElement)) return;
    this.#pictures.scrollLeft = shown.offsetLeft - (this.#pictures.clientWidth - shown.offsetWidth) / 2;
  }

  #clear(): void {
    for (const element of this.#elements) element.remove();
    this.#pairs = [];
    this.#elements = [];
  }

  #add(pair: Pair): HTMLElement {
    const element = markElement(pair);
    this.#pictures.children[pair.picture]?.append(element);
    return element;
  }
}

/** Two marks in units of the drawing. */
interface Pair {
  /** The index of the picture. */
  readonly picture: number;
  readonly size: readonly [width: number, height: number];
  readonly guess: readonly Point[];
  readonly truth: readonly Point[];
  readonly names: readonly [guess: string, truth: string];
  /** Whether the names are always beside the marks, because several marks are near one another. */
  readonly beside: boolean;
}

/** None while there is nothing to compare. */
function pairsOf(figures: readonly Figure[], { asking, card, isAtAnswer }: ExplorableState): Pair[] {
  if (asking?.guess === undefined || asking.isOpen || card !== 'question' || !isAtAnswer) return [];
  const { prediction } = asking;
  const truths = guessMarks(prediction, prediction.truth.setting);
  const otherwise = prediction.truth.name ?? 'it is';
  return guessMarks(prediction, asking.guess).flatMap((mine, i) => {
    const right = truths[i];
    const picture = figures.findIndex(({ name }) => name === (mine.figure ?? figures[0]?.name));
    const figure = figures[picture];
    if (right === undefined || figure === undefined) return [];
    const count = mine.at.length > 1 || right.at.length > 1 ? detail : 1;
    const drawn = ({ at }: GuessMark) => spreadPlaces(at, count).map((place) => drawnAt(figure, place));
    const names = [nameOf('you', mine, figure), nameOf(right.name ?? otherwise, right, figure)] as const;
    const beside = right.name !== undefined;
    return [
      { picture, size: [figure.width, figure.height], guess: drawn(mine), truth: drawn(right), names, beside } as const,
    ];
  });
}

/** The name of a mark, with an arrow if its place is beyond the edge of the picture, where it is drawn instead. */
function nameOf(name: string, { says, at: [place, ...others] }: GuessMark, figure: Figure): string {
  const text = says === undefined ? name : `${name}: ${says}`;
  if (place === undefined || others.length > 0) return text;
  const frame = figureFrame(figure);
  const [x, y] = frame.toDrawing(place);
  const [nearX, nearY] = frame.within([x, y]);
  const [beyondX, beyondY] = [x - nearX, y - nearY];
  if (Math.max(Math.abs(beyondX), Math.abs(beyondY)) < 1) return text;
  const arrow = Math.abs(beyondX) > Math.abs(beyondY) ? (beyondX > 0 ? '→' : '←') : beyondY > 0 ? '↓' : '↑';
  return `${text} ${arrow}`;
}

function drawnAt(figure: Figure, place: Point): Point {
  const frame = figureFrame(figure);
  const [x, y] = frame.within(frame.toDrawing(place));
  return [Number(x.toFixed(1)), Number(y.toFixed(1))];
}

const svg = 'http://www.w3.org/2000/svg';

/** The guess and the right one as lines or as places, each with its name. The verdict says the same in words. */
function markElement({ size: [width, height], guess, names, beside }: Pair): HTMLElement {
  const element = makeElement('div', { className: beside ? 'answer-marks is-beside' : 'answer-marks' });
  element.setAttribute('aria-hidden', 'true');
  const isLine = guess.length > 1;
  if (isLine) {
    const lines = document.createElementNS(svg, 'svg');
    lines.setAttribute('viewBox', `0 0 ${width} ${height}`);
    lines.append(document.createElementNS(svg, 'polyline'), document.createElementNS(svg, 'polyline'));
    element.append(lines);
  }
  const kind = isLine ? 'of-line' : 'of-place';
  for (const [i, name] of names.entries()) {
    const className = `answer-mark ${kind} ${i === 0 ? 'is-guess' : 'is-truth'}`;
    element.append(makeElement('div', { className }, makeElement('span', {}, name)));
  }
  return element;
}

/** Puts the right one on a part of its way from the guess. */
function move(element: HTMLElement, { size, guess, truth, beside }: Pair, part: number): void {
  const now = guess.map((from, i) => placeAlong([from, truth[i] ?? from], part));
  const [mine, right] = element.querySelectorAll<HTMLElement>('.answer-mark');
  const [myLine, rightLine] = element.querySelectorAll('polyline');
  for (const [line, places] of [
    [myLine, guess],
    [rightLine, now],
  ] as const)
    line?.setAttribute('points', places.map((place) => place.map((one) => one.toFixed(1)).join()).join(' '));
  const [here, there] = [placeAlong(guess, 0.3), placeAlong(now, 0.7)];
  placeName(mine, here, size);
  placeName(right, there, size);
  const areNear = Math.abs(there[0] - here[0]) < nameRoom && edgeOf(here, size) === edgeOf(there, size);
  element.classList.toggle('is-beside', beside || (areNear && edgeOf(here, size) !== undefined));
  element.classList.toggle('is-crossed', !beside && here[0] > there[0]);
}

/** The width that the two names need side by side, in units of the drawing. */
const nameRoom = 90;

/** Puts a mark in its place; near an edge of the picture its name turns to the side on which there is room. */
function placeName(mark: HTMLElement | undefined, [x, y]: Point, size: Pair['size']): void {
  mark?.setAttribute('style', `left: ${percent(x, size[0])}; top: ${percent(y, size[1])}`);
  mark?.classList.toggle('is-left', x / size[0] < 0.13);
  mark?.classList.toggle('is-right', x / size[0] > 0.87);
  mark?.classList.toggle('is-high', edgeOf([x, y], size) === 'top');
  mark?.classList.toggle('is-low', edgeOf([x, y], size) === 'bottom');
}

function edgeOf([, y]: Point, [, height]: Pair['size']): 'top' | 'bottom' | undefined {
  if (y / height < 0.1) return 'top';
  return y / height > 0.9 ? 'bottom' : undefined;
}

const percent = (at: number, whole: number) => `${((100 * at) / whole).toFixed(3)}%`;
