import { setIfOther } from '../../core/patch-tree.ts';
import type { Point } from '../../core/point.ts';
import type { Controls, Setting, State } from '../../explorables/kit/control.ts';
import type { Handle } from '../../explorables/kit/explorable.ts';
import { type Held, nudgeHandle, placeHandle } from '../../explorables/kit/move-handle.ts';
import { spokenSetting } from '../../explorables/kit/spoken-setting.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import { type FigureFrame, figureFrame } from '../../figures/parts/figure-frame.ts';
import { makeElement } from '../dom/make-element.ts';

/** A handle with its control. */
export interface BoundHandle extends Held {
  readonly handle: Handle;
  readonly change: (setting: Setting) => void;
  /** Whether it is a guess, which has another look. */
  readonly guess?: boolean;
}

/** One picture with its current handles. */
interface Stage {
  readonly picture: HTMLElement;
  readonly figure: Figure;
  readonly frame: FigureFrame;
  readonly bound: readonly BoundHandle[];
}

/**
 * The handles above the pictures of one explorable. They are elements of the page, not of the drawings: 44 px wide for a
 * thumb, whatever the size of the picture, and each a slider for the keyboard and for screen readers. Only a handle
 * captures touches; anywhere else on the picture a swipe scrolls the page and a tap sets the position.
 */
export class HandleLayer {
  readonly #stages = new WeakMap<Element, Stage>();
  readonly #heard = new WeakSet<Element>();

  /** Shows the handles of a view at their positions. */
  show(pictures: HTMLElement, figures: readonly Figure[], bound: readonly BoundHandle[]): void {
    figures.forEach((figure, i) => {
      const picture = pictures.children[i];
      if (!(picture instanceof HTMLElement)) return;
      const own = bound.filter(({ handle }) => (handle.figure ?? figures[0]?.name) === figure.name);
      const stage = { picture, figure, bound: own, frame: own.length > 0 ? figureFrame(figure) : noFrame };
      this.#stages.set(picture, stage);
      picture.classList.toggle('takes-clicks', own.length > 0);
      this.#listen(picture);
      this.#draw(stage);
    });
  }

  #draw({ picture, figure, frame, bound }: Stage): void {
    const elements = [...picture.querySelectorAll<HTMLElement>('.handle')];
    for (const spare of elements.slice(bound.length)) spare.remove();
    bound.forEach((one, i) => {
      const element = elements[i] ?? picture.appendChild(this.#handleElement(picture, i));
      const [left, top] = frame.within(frame.toDrawing(one.handle.at));
      setIfOther(
        element,
        'style',
        `left: ${((100 * left) / figure.width).toFixed(3)}%; top: ${((100 * top) / figure.height).toFixed(3)}%`,
      );
      element.classList.toggle('is-guess', one.guess === true);
      describe(element, one);
    });
  }

  #handleElement(picture: HTMLElement, index: number): HTMLElement {
    const element = makeElement('div', { className: 'handle' });
    element.setAttribute('role', 'slider');
    element.setAttribute('tabindex', '0');
    const one = () => this.#stages.get(picture)?.bound[index];
    element.addEventListener('keydown', (event) => press(event, one()));
    element.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      element.focus({ preventScroll: true });
      element.setPointerCapture(event.pointerId);
    });
    element.addEventListener('pointermove', (event) => {
      if (element.hasPointerCapture(event.pointerId)) this.#place(picture, event, one());
    });
    // A click that ends a drag is not a click on the picture.
    element.addEventListener('click', (event) => event.stopPropagation());
    return element;
  }

  #listen(picture: HTMLElement): void {
    if (this.#heard.has(picture)) return;
    this.#heard.add(picture);
    picture.addEventListener('click', (event) => this.#place(picture, event, this.#nearest(picture, event)));
  }

  #place(picture: HTMLElement, event: MouseEvent, one: BoundHandle | undefined): void {
    const stage = this.#stages.get(picture);
    if (stage === undefined || one === undefined) return;
    const place = stage.frame.fromDrawing(stage.frame.within(spotOf(stage, event)));
    one.change(placeHandle(one, place));
  }

  /** The handle that a click moves: the nearest one; while a guess is possible, that of the guess. */
  #nearest(picture: HTMLElement, event: MouseEvent): BoundHandle | undefined {
    const stage = this.#stages.get(picture);
    if (stage === undefined) return undefined;
    const [left, top] = spotOf(stage, event);
    const distance = ({ handle }: BoundHandle) => {
      const spot = stage.frame.within(stage.frame.toDrawing(handle.at));
      return Math.hypot(spot[0] - left, spot[1] - top);
    };
    const guesses = stage.bound.filter(({ guess }) => guess);
    return [...(guesses.length > 0 ? guesses : stage.bound)].sort((a, b) => distance(a) - distance(b))[0];
  }
}

const noFrame: FigureFrame = { toDrawing: () => [0, 0], fromDrawing: () => [0, 0], within: (spot) => spot };

function spotOf({ picture, figure }: Stage, { clientX, clientY }: MouseEvent): Point {
  const { left, top, width, height } = picture.getBoundingClientRect();
  return [((clientX - left) * figure.width) / width, ((clientY - top) * figure.height) / height];
}

function describe(element: HTMLElement, { handle, control, setting, guess }: BoundHandle): void {
  const { now, low, high, text, label } = spokenSetting(control, setting, handle.index);
  const attributes = {
    'aria-label': guess ? 'your guess, in the picture' : `${label}, in the picture`,
    'aria-valuemin': low,
    'aria-valuemax': high,
    'aria-valuenow': now,
    'aria-valuetext': text,
  };
  for (const [name, value] of Object.entries(attributes)) setIfOther(element, name, String(value));
}

const ways: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  Home: [Number.NEGATIVE_INFINITY, 0],
  End: [Number.POSITIVE_INFINITY, 0],
};

function press(event: KeyboardEvent, one: BoundHandle | undefined): void {
  const way = ways[event.key];
  if (way === undefined || one === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const times = event.shiftKey ? 10 : 1;
  one.change(nudgeHandle(one, [way[0] * times, way[1] * times]));
}

/** The controls that handles can set, their current settings, and the function that sets them. */
interface Binding {
  readonly controls: Controls;
  readonly state: State;
  readonly change: (key: string, setting: Setting) => void;
}

/** The handles of a view, each bound to its control in a state. */
export function bindHandles(handles: readonly Handle[], { controls, state, change }: Binding): BoundHandle[] {
  return handles.flatMap((handle) => {
    const [control, setting] = [controls[handle.control], state[handle.control]];
    if (control === undefined || setting === undefined) return [];
    return [{ handle, control, setting, change: (to: Setting) => change(handle.control, to) }];
  });
}
