import { formulaText } from './formula-text.ts';

/** A part of a page that a link can lead to, with what is found in it. */
export interface Section {
  /** Its id on the page; empty for the beginning of the page. */
  readonly anchor: string;
  readonly heading: string;
  /** Its text, each formula once and in one line. */
  readonly text: string;
  /** The symbols of its formulas, in order. */
  readonly symbols: readonly string[];
  /** Its formulas as text, in order. */
  readonly formulas: readonly string[];
  /** Of a term of the glossary: the formulas that are its notation. */
  readonly notations: readonly string[];
  /** Its code, in blocks and in sentences. */
  readonly code: readonly string[];
}

const selectors = {
  begins: 'h1, h2[id], h3[id], .note-title[id], .explorable-title[id], .entry[id]',
  /** Elements in which a section begins and ends. */
  enclosed: '.note, .explorable, .entry',
  /** Elements that are not read: navigation, controls, drawings, outputs, and the state of the run. */
  leftOut:
    'nav, svg, script, style, button, input, select, .visually-hidden, .entry > dt, .lesson-fold, .lesson-terms, .code-output, .example-mark, .place-link, .proof, .source-links, .entry-ways, .warm-up',
  /** Text that is not a passage to find: answers that a reader has yet to give. Its symbols and code count as those of the section. */
  silent:
    '.solution, .hint, .question, .explorable :not(.explorable-title, .explorable-title *, :has(.explorable-title))',
  entry: '.entry',
  formula: '.katex',
  aloud: '.aloud',
};
const blocks = /^(?:p|li|dd|dt|td|th|h\d|pre|div|section|figure|figcaption|summary|tr)$/;

interface Draft {
  anchor: string;
  heading: string;
  text: string;
  symbols: string[];
  formulas: string[];
  notations: string[];
  code: string[];
}

/** The sections of a built page, in order. The headings of a page have ids; so have notes, explorables and terms. */
export function pageSections(document: Document): Section[] {
  const main = document.querySelector('main');
  const walk: Walk = { kinds: kindsIn(document), sections: [], current: undefined, silent: false };
  if (main) collect(main, walk);
  return walk.sections.map((section) => ({ ...section, text: section.text.replace(/\s+/g, ' ').trim() }));
}

function empty(): Draft {
  return { anchor: '', heading: '', text: '', symbols: [], formulas: [], notations: [], code: [] };
}

/** Which elements of a page are of a kind: to ask for all at once takes a fifth of asking each element. */
type Kinds = Readonly<Record<keyof typeof selectors, ReadonlySet<Element>>>;

function kindsIn(document: Document): Kinds {
  const entries = Object.entries(selectors).map(([kind, all]) => [kind, new Set(document.querySelectorAll(all))]);
  return Object.fromEntries(entries);
}

/** Where the walk is: the sections so far, and the one that text belongs to. */
interface Walk {
  readonly kinds: Kinds;
  readonly sections: Draft[];
  current: Draft | undefined;
  /** Whether text is to be found here. */
  silent: boolean;
}

function collect(element: Element, walk: Walk): void {
  const { kinds } = walk;
  if (kinds.leftOut.has(element)) return;
  const outer = { ...walk };
  walk.silent ||= kinds.silent.has(element);
  const isHeading = kinds.begins.has(element) && !kinds.entry.has(element);
  if (kinds.begins.has(element)) begin(element, walk);
  if (kinds.formula.has(element)) addFormula(element, walk);
  // The heading of a section is not a part of its text.
  else if (!isHeading) addContents(element, walk);
  // After a note or an explorable, the section in which it stands goes on.
  if (kinds.enclosed.has(element)) walk.current = outer.current;
  walk.silent = outer.silent;
}

function addContents(element: Element, walk: Walk): void {
  if (element.localName === 'code') walk.current?.code.push(element.textContent);
  const apart =
    walk.current && !walk.silent && (blocks.test(element.localName) || walk.kinds.aloud.has(element)) ? ' ' : '';
  if (walk.current) walk.current.text += apart;
  for (const child of element.childNodes) {
    if (child.nodeType === 1) collect(child as Element, walk);
    else if (child.nodeType === 3 && walk.current && !walk.silent) walk.current.text += child.textContent;
  }
  if (walk.current) walk.current.text += apart;
}

function begin(element: Element, walk: Walk): void {
  walk.current = { ...empty(), anchor: element.id, heading: headingOf(element) };
  walk.sections.push(walk.current);
}

function addFormula(katex: Element, { current, silent }: Walk): void {
  const math = katex.querySelector('math');
  if (!math || !current) return;
  const text = formulaText(math);
  if (!silent) current.text += katex.closest('.katex-display') ? ` ${text} ` : text;
  current.formulas.push(text);
  if (katex.closest('.entry-notation')) current.notations.push(text);
  const signs = [...math.querySelectorAll('mi, mo')].map((sign) => sign.textContent);
  current.symbols.push(...signs, ...(math.querySelector('msqrt, mroot') ? ['√'] : []));
}

function headingOf(element: Element): string {
  const source = element.matches('.entry') ? (element.querySelector('dt') ?? element) : element;
  const copy = source.cloneNode(true) as Element;
  for (const katex of copy.querySelectorAll('.katex')) {
    const math = katex.querySelector('math');
    katex.replaceWith(math ? formulaText(math) : '');
  }
  return copy.textContent.replace(/\s+/g, ' ').trim();
}
