import { setEquation, slot } from '../../explorables/kit/set-equation.ts';

/** An equation as it was set once, with the places of its numbers. */
interface SetEquation {
  readonly nodes: readonly Node[];
  /** For each number of the equation the two texts that show it: in the formula, and in what is read aloud. */
  readonly slots: readonly (readonly Node[])[];
  /** The text that is copied with the formula. */
  readonly source: Node;
}

/** The equations of an element by what is left of them without their numbers; `undefined` if it has to be set anew. */
type Known = Map<string, SetEquation | undefined>;

const knownOf = new WeakMap<Element, Known>();

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
 * Shows an equation. Setting one takes milliseconds, so each form of it is set once, and afterwards only its numbers
 * are replaced: digits are all of one height, so the rest would come out the same.
 */
export function showEquation(element: Element, tex: string): void {
  if (element.querySelector('annotation')?.textContent === tex) return;
  const known: Known = knownOf.get(element) ?? new Map();
  knownOf.set(element, known);
  const form = formOf(tex);
  if (!known.has(form)) known.set(form, setWithSlots(element, tex));
  const set = known.get(form);
  if (set === undefined) {
    element.innerHTML = setEquation(tex);
    return;
  }
  const numbers = tex.match(number) ?? [];
  set.slots.forEach((texts, i) => {
    for (const text of texts) write(text, numbers[i] ?? '');
  });
  write(set.source, tex);
  if (element.firstChild !== set.nodes[0]) element.replaceChildren(...set.nodes);
}

function write(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** `undefined` if one of the numbers does not become a text of its own. */
function setWithSlots(element: Element, tex: string): SetEquation | undefined {
  let count = 0;
  const draft = element.ownerDocument.createElement('div');
  draft.innerHTML = setEquation(tex.replace(number, (digits) => slot(count++, digits)));
  const slots = Array.from({ length: count }, (_, i) => [takeSeen(draft, i), takeSpoken(draft, i)].filter(isText));
  const source = draft.querySelector('annotation');
  const isWhole = source !== null && slots.every((texts) => texts.length === 2);
  return isWhole ? { nodes: [...draft.childNodes], slots, source } : undefined;
}

/** The text of a slot in what is seen, once its mark is taken away. */
function takeSeen(draft: Element, index: number): Node | null | undefined {
  const mark = draft.querySelector(`[data-slot="${index}"]`);
  // KaTeX puts the space before a sign that follows into the mark as well.
  const text = onlyChild(mark?.firstChild);
  mark?.replaceWith(...mark.childNodes);
  return text;
}

/** The text of a slot in what is read aloud, once its mark is taken away. */
function takeSpoken(draft: Element, index: number): Node | null | undefined {
  const mark = draft.querySelector(`[href="${index}"]`);
  mark?.removeAttribute('href');
  return onlyChild(mark);
}

function onlyChild(node: Node | null | undefined): Node | null | undefined {
  return node?.childNodes.length === 1 ? node.firstChild : undefined;
}

function isText(node: Node | null | undefined): node is Node {
  return node?.nodeType === 3;
}
