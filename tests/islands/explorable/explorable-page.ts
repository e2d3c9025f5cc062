import { toHtml } from 'hast-util-to-html';
import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, vi } from 'vitest';
import { explorables } from '../../../src/explorables/explorables.ts';
import type { Explorable } from '../../../src/explorables/kit/explorable.ts';
import type { Position } from '../../../src/explorables/kit/state-link.ts';
import { explorableTree } from '../../../src/explorables/view/explorable-tree.ts';
import { renderFigure } from '../../../src/figures/render/render-figure.ts';
import { MemoryStore } from '../memory-store.ts';

export const allExplorables = await Promise.all(Object.values(explorables).map((load) => load()));

export function explorableOf(id: string): Explorable {
  const found = allExplorables.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no explorable ${id}`);
  return found;
}

/** The address of the page of a test. */
export const address = new URL('https://site.example/guide/x/');
/** How long a frame takes, in milliseconds. */
const frame = 16;
/** What the tab of a test remembers. */
export let tab: MemoryStore;
let page: ReturnType<typeof newPage>;

extendElements();

/** Gives every test of a file a page of its own as the globals of a browser, with a clock that the test moves. */
export function usePages(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    [page, tab] = [newPage(), new MemoryStore()];
    const { document, Event, CustomEvent, HTMLElement, HTMLInputElement, Element } = page;
    const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
    const addEventListener = page.document.addEventListener.bind(page.document);
    const window = { setTimeout, clearTimeout, setInterval, clearInterval, addEventListener };
    const IntersectionObserver = class {
      observe() {}
    };
    const globals = {
      document,
      Event,
      CustomEvent,
      HTMLElement,
      HTMLInputElement,
      Element,
      window,
      IntersectionObserver,
    };
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
    vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, frame));
    vi.stubGlobal('sessionStorage', tab);
    wantMotion(true);
    visit(address.href);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

/** Whether the reader of the page wants things to move. */
export function wantMotion(isWanted: boolean): void {
  vi.stubGlobal('matchMedia', () => ({ matches: !isWanted }));
}

/** Opens the page at an address. */
export function visit(href: string): void {
  const place = new URL(href);
  vi.stubGlobal('location', place);
  const history = {
    state: null as unknown,
    replaceState(state: unknown, _: string, to: string | URL) {
      history.state = state;
      place.href = new URL(to, place).href;
    },
  };
  vi.stubGlobal('history', history);
}

/** What the build writes of an explorable. */
export function builtHtml(explorable: Explorable, position: Position = explorable.initial): string {
  const { document } = newPage();
  const { id, title, example } = explorable;
  const draw = (figure: Parameters<typeof renderFigure>[0]) => renderFigure(figure, document).outerHTML;
  const tree = explorableTree({ id, explorable, position, title, example, draw, typeset: (text) => text });
  return toHtml(tree, { allowDangerousHtml: true });
}

/** Puts HTML into the page and returns the element. */
export function putIntoPage(html: string): HTMLElement {
  document.body.innerHTML = html;
  const [element] = document.body.children;
  if (!(element instanceof HTMLElement)) throw new Error(`no element in ${html}`);
  return element;
}

/** An element in another. */
export function within<E extends HTMLElement = HTMLInputElement>(root: Element, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (found === null) throw new Error(`nothing is ${selector}`);
  return found;
}

/** Dispatches an event with what a browser would say in it. */
export function fire(target: EventTarget, type: string, details: object = {}): Event {
  const event = Object.assign(new page.Event(type, { bubbles: true, cancelable: true }), details);
  target.dispatchEvent(event);
  return event;
}

/** Enters a value into an input, as a reader does. */
export function enter(input: HTMLInputElement, value: number | string): void {
  input.value = String(value);
  fire(input, 'input');
}

/** Lets the next frame come. */
export function nextFrame(): void {
  vi.advanceTimersByTime(frame);
}

function newPage() {
  return parseHTML('<!doctype html><html><body></body></html>');
}

/** Adds what a browser's elements can do and linkedom's cannot. All pages share their prototypes. */
function extendElements(): void {
  const window = newPage();
  const isChecked = new WeakMap<object, boolean>();
  const held = new WeakMap<object, number>();
  const edge = (input: HTMLInputElement, name: 'min' | 'max', otherwise: number) =>
    input.hasAttribute(name) ? Number(input.getAttribute(name)) : otherwise;
  const isInRange = (input: HTMLInputElement) => {
    const value = Number(input.value);
    return value >= edge(input, 'min', value) && value <= edge(input, 'max', value);
  };
  extend(window.HTMLInputElement.prototype, {
    valueAsNumber: {
      get(this: HTMLInputElement) {
        return this.value === '' ? Number.NaN : Number(this.value);
      },
      set(this: HTMLInputElement, value: number) {
        this.value = String(Math.min(Math.max(value, edge(this, 'min', value)), edge(this, 'max', value)));
      },
    },
    validity: {
      get(this: HTMLInputElement) {
        return { valid: isInRange(this) };
      },
    },
    checked: {
      get(this: HTMLInputElement) {
        return isChecked.get(this) ?? this.hasAttribute('checked');
      },
      set(this: HTMLInputElement, checked: boolean) {
        isChecked.set(this, checked);
      },
    },
  });
  extend(window.HTMLSelectElement.prototype, {
    value: {
      get(this: HTMLSelectElement) {
        return this.querySelector('option[selected]')?.getAttribute('value') ?? '';
      },
      set(this: HTMLSelectElement, value: string) {
        for (const option of this.querySelectorAll('option'))
          option.toggleAttribute('selected', option.getAttribute('value') === value);
      },
    },
    selectedIndex: {
      get(this: HTMLSelectElement) {
        const options = [...this.querySelectorAll('option')];
        return Math.max(
          0,
          options.findIndex((option) => option.hasAttribute('selected')),
        );
      },
    },
  });
  extend(window.HTMLElement.prototype, {
    disabled: attributeProperty('disabled'),
    open: attributeProperty('open'),
  });
  Object.assign(window.HTMLElement.prototype, {
    setPointerCapture(this: object, id: number) {
      held.set(this, id);
    },
    hasPointerCapture(this: object, id: number) {
      return held.get(this) === id;
    },
  });
}

/** The prototypes outlive this file, whose modules another file of the same worker may load anew. */
function extend(prototype: object, properties: PropertyDescriptorMap): void {
  for (const [name, property] of Object.entries(properties))
    Object.defineProperty(prototype, name, { configurable: true, ...property });
}

function attributeProperty(name: string): PropertyDescriptor {
  return {
    configurable: true,
    get(this: Element) {
      return this.hasAttribute(name);
    },
    set(this: Element, on: boolean) {
      this.toggleAttribute(name, on);
    },
  };
}
