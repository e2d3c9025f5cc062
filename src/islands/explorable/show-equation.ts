import { setEquation, slot } from '../../explorables/kit/set-equation.ts';
import { patchElement } from './patch-children.ts';

/** The visible part of an equation as it was set once, with the places of its numbers. */
interface Form {
  readonly seen: Element;
  /** For each number, the index of its text among all texts. */
  readonly slots: readonly number[];
}

/** The equation of an element. */
interface Shown {
  /** The equations that were set, by what is left of them without their numbers. */
  readonly forms: Map<string, Form>;
  tex: string;
  /** The form that is in the page. */
  form: Form | undefined;
  /** The texts of its numbers. */
  numbers: readonly Node[];
  /** Whether what is read aloud is of an earlier equation. */
  isUnspoken: boolean;
  /** Set while an equation of a new form is awaited. */
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Milliseconds after which an equation of a new form is set. */
const patience = 50;

const shownIn = new WeakMap<Element, Shown>();

/**
 * A number that stands by itself. An exponent without braces would take the first digit of a longer one, and the last digit
 * of a base alone carries its exponent.
 */
const number = /(?<![\w.\\^_])\d+(?:\.\d+)?(?![\w.^])/g;

/** An equation without its numbers: all equations of one form are set once. */
export function formOf(tex: string): string {
  return tex.replace(number, '#');
}

/**
 * Shows an equation, and only that: {@link settleEquation} follows with what is read aloud. Setting an equation takes
 * milliseconds, so each form of it is set once, and afterwards only its numbers are replaced: digits are all of one height,
 * so the rest would come out the same. A new form is set shortly after the frame, which shows the picture at once; until then
 * the element is busy.
 *
 * @param whenLate called when a new form has been set
 */
export function showEquation(element: Element, tex: string, whenLate: () => void): void {
  const shown = shownIn.get(element) ?? begin(element);
  if (shown.tex === tex) return;
  Object.assign(shown, { tex, isUnspoken: true });
  if (isKnown(shown)) draw(element, shown);
  else {
    element.setAttribute('aria-busy', 'true');
    shown.timer ??= setTimeout(() => {
      shown.timer = undefined;
      element.removeAttribute('aria-busy');
      draw(element, shown);
      whenLate();
    }, patience);
  }
}

/**
 * Shows what has not been shown yet, and has what is read aloud follow: its boxes take as long as those that are seen, so
 * not while things move.
 */
export function settleEquation(element: Element): void {
  const shown = shownIn.get(element);
  if (!shown?.isUnspoken) return;
  clearTimeout(shown.timer);
  element.removeAttribute('aria-busy');
  draw(element, shown);
  Object.assign(shown, { isUnspoken: false, timer: undefined });
  const draft = draftOf(setEquation(shown.tex), element.ownerDocument);
  patchElement(within(element, spoken), within(draft, spoken));
}

/** Makes what is seen equal to an equation. Only what differs is changed, since the boxes of a formula are slow to lay out. */
function draw(element: Element, shown: Shown): void {
  const { tex } = shown;
  const form = formFor(shown, element.ownerDocument);
  if (shown.form !== form) {
    const seen = within(element, '.katex-html');
    patchElement(seen, form.seen.cloneNode(true) as Element);
    const texts = textsIn(seen);
    Object.assign(shown, { form, numbers: form.slots.flatMap((index) => texts[index] ?? []) });
  }
  if (shown.numbers.length > 0) {
    tex.match(number)?.forEach((digits, i) => {
      write(shown.numbers[i], digits);
    });
  }
  // A copy of it has the state that is seen.
  write(element.querySelector('annotation'), tex);
}

const spoken = '.katex-mathml';

function begin(element: Element): Shown {
  const tex = element.querySelector('annotation')?.textContent ?? '';
  const shown: Shown = { forms: new Map(), tex, form: undefined, numbers: [], isUnspoken: false, timer: undefined };
  shownIn.set(element, shown);
  return shown;
}

function isKnown({ forms, tex }: Shown): boolean {
  return forms.has(formOf(tex)) || forms.has(tex);
}

function formFor({ forms, tex }: Shown, document: Document): Form {
  const name = formOf(tex);
  const known = forms.get(name) ?? forms.get(tex);
  if (known) return known;
  const slotted = setWithSlots(tex, document);
  const form = slotted ?? { seen: within(draftOf(setEquation(tex), document), '.katex-html'), slots: [] };
  forms.set(slotted ? name : tex, form);
  return form;
}

function write(node: Node | null | undefined, text: string): void {
  if (node && node.textContent !== text) node.textContent = text;
}

/** `undefined` if one of the numbers does not become a text of its own. */
function setWithSlots(tex: string, document: Document): Form | undefined {
  let count = 0;
  const draft = draftOf(setEquation(tex.replace(number, (digits) => slot(count++, digits))), document);
  const seen = within(draft, '.katex-html');
  const numbers = Array.from({ length: count }, (_, i) => takeSlot(seen, i));
  const texts = textsIn(seen);
  const slots = numbers.map((text) => (text ? texts.indexOf(text) : -1));
  return slots.includes(-1) ? undefined : { seen, slots };
}

function draftOf(html: string, document: Document): Element {
  const draft = document.createElement('div');
  draft.innerHTML = html;
  return draft;
}

function within(draft: Element, selector: string): Element {
  const found = draft.querySelector(selector);
  if (found === null) throw new TypeError(`KaTeX has set an equation without ${selector}`);
  return found;
}

function textsIn(node: Node): Node[] {
  return [...node.childNodes].flatMap((child) => (isText(child) ? [child] : textsIn(child)));
}

/** The text of a slot, once its mark is taken away. */
function takeSlot(seen: Element, index: number): Node | undefined {
  const mark = seen.querySelector(`[data-slot="${index}"]`);
  // KaTeX puts the space before a sign that follows into the mark as well.
  const [text, ...others] = mark?.firstChild?.childNodes ?? [];
  mark?.replaceWith(...mark.childNodes);
  return text && others.length === 0 && isText(text) ? text : undefined;
}

function isText(node: Node): boolean {
  return node.nodeType === 3;
}
