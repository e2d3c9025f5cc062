import '../../styles/components/live-descent.css';
import { at } from '../../core/at.ts';
import { quarticWalk, xInQuartic } from '../../figures/lesson/quartic-frame.ts';
import { typesetNumber } from '../../figures/parts/typeset-number.ts';
import type { DescentState } from '../../numeric/descent/descent.ts';
import { gradientDescent1d } from '../../numeric/descent/gradient-descent-1d.ts';
import { quartic } from '../../numeric/functions/polynomials.ts';
import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';
import { quarticLimits, quarticWalkDrawing, type Shape } from './quartic-walk-drawing.ts';

/** Milliseconds between two steps. */
const pace = 120;

/**
 * Makes the picture of the first page live: a ball on the curve that a finger, a pointer or a slider moves, and which goes
 * down from there step by step. With reduced motion, Play shows the whole walk at once.
 *
 * @param root holds the picture; its controls are added
 */
export function liveDescent(root: HTMLElement): void {
  const svg = root.querySelector('svg');
  if (!svg) return;
  const drawn = 'g:is([stroke="var(--color-step)"], [fill="var(--color-step)"])';
  for (const part of svg.querySelectorAll(drawn)) part.remove();
  const layer = svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'g'));
  const { least, most } = quarticLimits;
  const slider = makeElement('input', {
    type: 'range',
    min: `${least}`,
    max: `${most}`,
    step: '0.01',
    value: `${most}`,
  });
  const said = makeElement('output');
  const play = makeButton('Play', () => walk.play(), { className: 'call' });
  const step = makeButton('Step', () => walk.step(), { className: 'call' });
  const walk = new LiveWalk({ layer, slider, said, play });
  slider.addEventListener('input', () => walk.begin(slider.valueAsNumber));
  followPointer(svg, (x) => walk.begin(x));
  svg.classList.add('live-descent-picture');
  root.append(
    makeElement('div', { className: 'live-descent' }, makeElement('label', {}, 'Begin at', slider), step, play, said),
  );
  root.dataset['live'] = '';
  walk.begin(slider.valueAsNumber);
}

/** The places of the page where a walk is shown. */
interface Places {
  readonly layer: SVGGElement;
  readonly slider: HTMLInputElement;
  readonly said: HTMLOutputElement;
  readonly play: HTMLButtonElement;
}

/** A walk down from where the slider is, shown up to some step. */
class LiveWalk {
  readonly #places: Places;
  #path: readonly DescentState<number>[] = [];
  #step = 0;
  #timer = 0;

  constructor(places: Places) {
    this.#places = places;
  }

  begin(x: number): void {
    this.#stop();
    const { slider } = this.#places;
    slider.valueAsNumber = Math.max(quarticLimits.least, Math.min(quarticLimits.most, x));
    slider.ariaValueText = `x is ${typesetNumber(slider.valueAsNumber, 2)}`;
    const { rate, steps } = quarticWalk;
    this.#path = gradientDescent1d(quartic, slider.valueAsNumber, rate, { steps }).path;
    this.#show(0);
  }

  step(): void {
    this.#stop();
    this.#show(this.#step + 1);
  }

  /** Goes on by itself, or stops. */
  play(): void {
    const isRunning = this.#timer !== 0;
    this.#stop();
    if (isRunning) return;
    if (this.#step === this.#end) this.#show(0);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) this.#show(this.#end);
    else {
      this.#places.play.textContent = 'Stop';
      this.#timer = window.setInterval(() => this.#show(this.#step + 1), pace);
    }
  }

  get #end(): number {
    return this.#path.length - 1;
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = 0;
    this.#places.play.textContent = 'Play';
  }

  #show(step: number): void {
    this.#step = Math.min(step, this.#end);
    if (this.#step === this.#end) this.#stop();
    this.#places.layer.replaceChildren(...quarticWalkDrawing(this.#path.slice(0, this.#step + 1)).map(elementOf));
    const { position, gradient } = at(this.#path, this.#step);
    const [x, slope] = [position, gradient].map((number) => typesetNumber(number, 3));
    this.#places.said.textContent = `Step ${this.#step}: x is ${x}, and the slope there is ${slope}.`;
  }
}

function elementOf([tag, attributes]: Shape): SVGElement {
  const shape = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value));
  return shape;
}

/** Calls `move` with the x of the plane below the pointer while it is pressed. */
function followPointer(svg: SVGSVGElement, move: (x: number) => void): void {
  const follow = ({ clientX }: PointerEvent) => {
    const { left, width } = svg.getBoundingClientRect();
    move(xInQuartic((clientX - left) / width));
  };
  svg.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    svg.setPointerCapture(event.pointerId);
    follow(event);
  });
  svg.addEventListener('pointermove', (event) => {
    if (svg.hasPointerCapture(event.pointerId)) follow(event);
  });
}
