import { setEquation } from '../../explorables/kit/set-equation.ts';

/** An equation as it was set once, with the places of its numbers. */
interface SetEquation {
  readonly nodes: readonly Node[];
  /** For each number of the equation the two texts that show it: in the formula, and in what is read aloud. */
  readonly slots: readonly (readonly Node[])[];
  /** What is copied with the formula. */
  readonly source: Node;
}

/** The equations of an element by what is left of them without their numbers; `undefined` if it has to be set anew. */
type Known = Map<string, SetEquation | undefined>;

const knownOf = new WeakMap<Element, Known>();

/** A number that stands by itself; an exponent without braces would take the first digit of a longer one. */
const number = /(?<![\w.\\^_])\d+(?:\.\d+)?(?![\w.])/g;
/** A number that no equation holds, in the place of its number so and so. */
const standIn = (index: number) => `9${90_000 + index}.5`;

/**
 * Shows an equation. Setting one takes milliseconds, so each form of it is set once, and afterwards only its numbers
 * are replaced: digits are all of one height, so the rest would come out the same.
 */
export function showEquation(element: Element, tex: string): void {
  if (element.querySelector('annotation')?.textContent === tex) return;
  const known: Known = knownOf.get(element) ?? new Map();
  knownOf.set(element, known);
  const form = tex.replace(number, '#');
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

/** `undefined` if one of the numbers does not become a text of its own, as the 12 of `\frac12`. */
function setWithSlots(element: Element, tex: string): SetEquation | undefined {
  let count = 0;
  const draft = element.ownerDocument.createElement('div');
  draft.innerHTML = setEquation(tex.replace(number, () => standIn(count++)));
  const texts = textsOf(draft);
  const slots = Array.from({ length: count }, (_, i) => texts.filter((text) => text.textContent === standIn(i)));
  const source = draft.querySelector('annotation');
  const whole = source !== null && slots.every((own) => own.length === 2);
  return whole ? { nodes: [...draft.childNodes], slots, source } : undefined;
}

function textsOf(node: Node): Node[] {
  return node.nodeType === node.TEXT_NODE ? [node] : [...node.childNodes].flatMap(textsOf);
}
