import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import type { GuessMark } from '../../explorables/kit/explorable.ts';
import { guessMarks, placeAlong, spreadPlaces } from '../../explorables/kit/guess-marks.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import { figureFrame } from '../../figures/parts/figure-frame.ts';
import { makeElement } from '../dom/make-element.ts';
import type { ExplorableState } from './explorable-store.ts';
import { glide } from './glide.ts';
import { type Box, type Name, placeNames } from './place-names.ts';

/** Milliseconds from the guess to the truth. */
const duration = 700;
/** The number of places by which a line is drawn while it changes into another one. */
const detail = 49;
/** The parts of a line beside which a name may stand: that of the guess at first nearer to its beginning. */
const partsForNames = [
  [0.3, 0.15, 0.45, 0, 0.6, 0.75, 0.9, 1],
  [0.7, 0.85, 0.55, 1, 0.4, 0.25, 0.1, 0],
] as const;

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
    const parts = this.#placeNames();
    glide(duration, (part) => {
      if (this.#pairs !== pairs) return false;
      pairs.forEach((pair, i) => {
        if (this.#elements[i]) move(this.#elements[i], pair, { part, names: parts[i] ?? [] });
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

  /** Puts the names where they cover nothing at the end. Returns the parts of the marks beside which they stand. */
  #placeNames(): number[][] {
    const parts: number[][] = this.#pairs.map(() => []);
    for (const [index, picture] of [...this.#pictures.children].entries()) {
      const { width, height } = picture.getBoundingClientRect();
      const shown = this.#pairs.flatMap((pair, i) => (pair.picture === index ? namesOf(pair, i, this.#elements) : []));
      const names = shown.map(({ ends, ...name }) => ({ ...name, places: ends.map(scaled(width, height)) }));
      for (const [i, { place, by }] of placeNames(names, [width, height], writtenIn(picture)).entries()) {
        const { text, pair, parts: own } = at(shown, i);
        text.setAttribute('style', `left: ${by[0].toFixed(1)}px; top: ${by[1].toFixed(1)}px`);
        parts[pair]?.push(at(own, place));
      }
    }
    return parts;
  }

  #add(pair: Pair): HTMLElement {
    const element = markElement(pair);
    this.#pictures.children[pair.picture]?.append(element);
    move(element, pair, { part: 1, names: [] });
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
    return [{ picture, size: [figure.width, figure.height], guess: drawn(mine), truth: drawn(right), names } as const];
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

/** A name of a mark, which may stand beside some parts of it. */
interface Shown extends Omit<Name, 'places'> {
  /** The index of its pair. */
  readonly pair: number;
  readonly text: HTMLElement;
  readonly parts: readonly number[];
  /** Where these parts are at the end, as parts of the picture's size. */
  readonly ends: readonly Point[];
}

function namesOf({ guess, truth, size }: Pair, pair: number, elements: readonly HTMLElement[]): Shown[] {
  return [...at(elements, pair).querySelectorAll('span')].map((text, i) => {
    const { width, height } = text.getBoundingClientRect();
    const parts = guess.length > 1 ? at(partsForNames, i) : [0];
    const ends = parts.map((part) => placeAlong(i === 0 ? guess : truth, part)).map(scaled(1 / size[0], 1 / size[1]));
    return { pair, text, parts, ends, size: [width, height], side: i === 0 ? 'below' : 'above' };
  });
}

const scaled =
  (width: number, height: number) =>
  ([x, y]: Point): Point => [x * width, y * height];

/** Where there are words and marks of places in a picture. */
function writtenIn(picture: Element): Box[] {
  const { left, top } = picture.getBoundingClientRect();
  const written = [...picture.querySelectorAll('svg :is(text, tspan):not(:has(tspan)), .answer-mark.of-place')];
  return written.map((one) => {
    const box = one.getBoundingClientRect();
    const room = one.localName === 'div' ? 7 : 0;
    return {
      left: box.left - left - room,
      top: box.top - top - room,
      right: box.right - left + room,
      bottom: box.bottom - top + room,
    };
  });
}

const svg = 'http://www.w3.org/2000/svg';

/** The guess and the right one as lines or as places, each with its name. The verdict says the same in words. */
function markElement({ size: [width, height], guess, names }: Pair): HTMLElement {
  const element = makeElement('div', { className: 'answer-marks' });
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

/** How far the right one is on its way from the guess, and the parts of both marks beside which their names stand. */
interface Moment {
  readonly part: number;
  readonly names: readonly number[];
}

/** Puts the right one on a part of its way from the guess. */
function move(
  element: HTMLElement,
  { size, guess, truth }: Pair,
  { part, names: [mine = 0, right = 0] }: Moment,
): void {
  const now = guess.map((from, i) => placeAlong([from, truth[i] ?? from], part));
  const lines = element.querySelectorAll('polyline');
  const marks = element.querySelectorAll('.answer-mark');
  for (const [i, places] of [guess, now].entries()) {
    lines[i]?.setAttribute('points', places.map((place) => place.map((one) => one.toFixed(1)).join()).join(' '));
    const [x, y] = placeAlong(places, i === 0 ? mine : right);
    marks[i]?.setAttribute('style', `left: ${percent(x, size[0])}; top: ${percent(y, size[1])}`);
  }
}

const percent = (at: number, whole: number) => `${((100 * at) / whole).toFixed(3)}%`;
