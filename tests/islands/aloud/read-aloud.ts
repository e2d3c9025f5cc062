import { Virtual } from '@guidepup/virtual-screen-reader';
import { parseHTML } from 'linkedom';

/** One thing that the virtual screen reader says, and the node that it is at. */
interface Spoken {
  readonly phrase: string;
  readonly node: Node;
}

/** Texts in one of these are read as one. */
const blocks = 'p, div, li, td, th, pre, summary, caption, figcaption, button, a, .option, .control-number';
/** What the virtual reader says of elements that screen readers pass over, or that say nothing new. */
const silent = /^(?:paragraph|document|status|alert|code|emphasis|strong|group|caption|end,? .*)$/;
/** What screen readers do not say: the ends of a range, that a menu is one, that nothing is wrong. */
const unsaid =
  /, orientated horizontally|, (?:max|min) value [^,]+|, current value|, has popup listbox, not expanded|, not invalid|, not read only|, level 1(?=,)/g;
const container = /^(?:group|list|table|region|article|figure), /;
/** Formulas, pictures and buttons are read as one; the name of a control is read with it, and not once more as text. */
const readWithIt = 'math, [role=img], [role=button], button[aria-label], select, summary, label:not(.option), legend';

/**
 * Reads HTML from its first to its last word: a line for each thing that a screen reader says. What is inside of a group
 * is indented.
 *
 * @param html of what can be perceived: without what is hidden, and with the values of inputs as attributes
 */
export async function readAloud(html: string): Promise<string[]> {
  const spoken = (await inPage(html, readAll)).filter(({ node }) => !isPartOfAnother(node));
  const lines: { text: string; readonly block: Element | null; readonly depth: number }[] = [];
  let depth = 0;
  for (const { phrase, node } of spoken) {
    const closes = phrase.startsWith('end of ') && container.test(phrase.slice('end of '.length));
    if (closes) depth -= 1;
    if (silent.test(phrase)) continue;
    const isInLine = !isElement(node) || node.localName === 'math';
    const block = isInLine ? (node.parentElement?.closest(blocks) ?? null) : null;
    const [last, text] = [lines.at(-1), textOf(phrase, node)];
    if (last && block !== null && last.block === block) last.text += ` ${text}`;
    else lines.push({ text, block, depth });
    if (container.test(phrase)) depth += 1;
  }
  return lines.map(({ text, depth }) => '  '.repeat(depth) + text);
}

function isPartOfAnother(node: Node): boolean {
  if (isElement(node) && node.localName === 'legend') return true;
  const around = node.parentElement?.closest(readWithIt);
  // A label may hold its control.
  return around != null && !(isElement(node) && around.localName === 'label');
}

function textOf(phrase: string, node: Node): string {
  if (isElement(node) && node.localName === 'math') return mathOf(node);
  const fold = (isElement(node) ? node : node.parentElement)?.closest('summary')?.parentElement;
  if (fold) return `disclosure, ${phrase}, ${fold.hasAttribute('open') ? 'expanded' : 'collapsed'}`;
  return phrase.replace(unsaid, '').replace(/, position (\d+), set size (\d+)/, ', $1 of $2');
}

async function readAll(body: HTMLElement): Promise<Spoken[]> {
  const reader = new Virtual();
  await reader.start({ container: body });
  const all: Spoken[] = [];
  do {
    await reader.next();
    if (reader.activeNode) all.push({ phrase: await reader.lastSpokenPhrase(), node: reader.activeNode });
  } while (reader.activeNode !== body);
  await reader.stop();
  return all;
}

/** Calls a function with a page of its own, whose objects the virtual reader takes from the globals of a browser. */
async function inPage<T>(html: string, act: (body: HTMLElement) => Promise<T>): Promise<T> {
  const window = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const names = ['document', 'Node', 'Element', 'HTMLElement', 'HTMLInputElement', 'HTMLSelectElement'];
  const globals = Object.fromEntries([...names, 'MutationObserver'].map((name) => [name, Reflect.get(window, name)]));
  const shown: Readonly<Record<string, string>> = { display: 'block', visibility: 'visible' };
  const getComputedStyle = () => ({ ...shown, getPropertyValue: (name: string) => shown[name] ?? '' });
  const own = { ...globals, getComputedStyle, window: Object.assign(window, { getComputedStyle }) };
  const before = Object.keys(own).map((name) => [name, Reflect.get(globalThis, name)] as const);
  Object.assign(globalThis, own);
  try {
    return await act(window.document.body);
  } finally {
    for (const [name, value] of before) Reflect.set(globalThis, name, value);
  }
}

/** The presentation of a formula, sign by sign: how a screen reader says it depends on its speech rules. */
function mathOf(math: Element): string {
  const leaves = [...math.querySelectorAll('mi, mn, mo, mtext, ms')];
  return leaves.map(({ textContent }) => textContent.trim()).join(' ');
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}
