import { expect } from '@playwright/test';
import { startTimeout } from '../e2e/cell.ts';
import type { Engine } from './engine.ts';

/** A reader at the keyboard, in any engine: every action waits until the page is ready for it. */
export class Reader {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Waits until the text of an element matches. */
  async sees(selector: string, text: RegExp): Promise<void> {
    const shown = () =>
      this.#engine.evaluate((one) => document.querySelector<HTMLElement>(one)?.innerText ?? '', selector);
    await expect.poll(shown, { message: selector, timeout: startTimeout }).toMatch(text);
  }

  /** Puts the focus on an element once it takes it, and presses keys. */
  async presses(selector: string, ...keys: readonly string[]): Promise<void> {
    await this.#goesTo(selector);
    await this.#poll(takesFocus, selector);
    await this.#engine.press(keys);
  }

  /** Presses Enter on a button inside of an element, once it can be pressed. */
  async pressesButton(selector: string, name: string): Promise<void> {
    await this.#goesTo(selector);
    await this.#poll(buttonTakesFocus, selector, name);
    await this.#engine.press(['Enter']);
  }

  /** Replaces all code of a cell, key by key. */
  async writes(cell: string, code: string): Promise<void> {
    if (!(await this.#engine.evaluate(editorTakesFocus, cell))) await this.pressesButton(cell, 'Edit');
    await this.#poll(editorTakesFocus, cell);
    await this.#engine.press(['Control+a', ...code]);
    await expect.poll(() => this.#engine.evaluate(codeInEditor, cell), { timeout: startTimeout }).toBe(code);
  }

  /** Scrolls to an element: much of a lesson becomes alive when it comes near the window. */
  #goesTo(selector: string): Promise<void> {
    return this.#poll(isScrolledTo, selector);
  }

  /** Waits until a function that is called in the page returns true. */
  async #poll<Args extends readonly unknown[]>(isSo: (...args: Args) => boolean, ...args: Args): Promise<void> {
    const message = `${isSo.name} ${args.join(' ')}`;
    await expect.poll(() => this.#engine.evaluate(isSo, ...args), { message, timeout: startTimeout }).toBe(true);
  }
}

function isScrolledTo(selector: string): boolean {
  const element = document.querySelector(selector);
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  return element !== null;
}

function takesFocus(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  return element !== null && document.activeElement === element;
}

function buttonTakesFocus(selector: string, name: string): boolean {
  const all = [...document.querySelectorAll<HTMLButtonElement>(`${selector} button`)];
  const button = all.find(({ innerText }) => innerText.trim() === name);
  button?.focus();
  return button !== undefined && document.activeElement === button;
}

// The editor is in a shadow tree.
function editorTakesFocus(cell: string): boolean {
  const root = document.querySelector(`${cell} .cell-editor`)?.shadowRoot;
  const editor = root?.querySelector<HTMLElement>('.cm-content');
  editor?.focus();
  return editor != null && root?.activeElement === editor;
}

function codeInEditor(cell: string): string {
  const root = document.querySelector(`${cell} .cell-editor`)?.shadowRoot;
  return root?.querySelector<HTMLElement>('.cm-content')?.innerText.trim() ?? '';
}
