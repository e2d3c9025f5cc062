/** The characters that a page shows in one kind of text, each with the id of the element before its first place. */
export type UsedCharacters = ReadonlyMap<FontUse, ReadonlyMap<string, string>>;

/**
 * Text in the upright fonts of prose and interface, italic prose, code, bold code, or a font of KaTeX by the name of its
 * file. Text in italics counts as upright text as well, since the interface has no italic font, and bold code as code.
 */
export type FontUse = 'text' | 'italic' | 'code' | 'bold code' | `KaTeX_${string}`;

/** `title` and `desc` are those of drawings, which are read aloud. */
const notShown = new Set(['script', 'style', 'template', 'title', 'desc']);
const codeElements = new Set(['code', 'pre', 'samp', 'kbd', 'textarea']);
const italicElements = new Set(['em', 'i', 'cite', 'dfn', 'var', 'address']);
const italicClasses = /\b(?:aloud|paper-note)\b/;
/** Variables in words are set like those of formulas (`explorable.css`, `figure.css`). */
const variableClass = /\bvariable\b/;
const boldElements = 'strong, b, th, dt, h1, h2, h3, h4';
const boldClasses = /\b(?:kw|is-now)\b/;

/** The fonts that stand for others. */
const plainUses: Readonly<Record<string, FontUse>> = { italic: 'text', 'bold code': 'code' };

/** Which class of KaTeX's elements chooses which of its fonts; Main-Regular is the font of all others. */
const katexFonts: readonly (readonly [RegExp, FontUse])[] = [
  [/\bmathnormal\b/, 'KaTeX_Math-Italic'],
  [/\bboldsymbol\b/, 'KaTeX_Math-BoldItalic'],
  [/\b(?:mathbf|textbf)\b/, 'KaTeX_Main-Bold'],
  [/\b(?:mathit|textit)\b/, 'KaTeX_Main-Italic'],
  [/\b(?:mathsf|textsf)\b/, 'KaTeX_SansSerif-Regular'],
  [/\b(?:mathtt|texttt)\b/, 'KaTeX_Typewriter-Regular'],
  [/\b(?:mathcal)\b/, 'KaTeX_Caligraphic-Regular'],
  [/\b(?:amsrm|mathbb|textbb)\b/, 'KaTeX_AMS-Regular'],
  [/\bdelimsizing\b.*\bsize1\b|\bsmall-op\b|\bdelim-size1\b/, 'KaTeX_Size1-Regular'],
  [/\bdelimsizing\b.*\bsize2\b|\blarge-op\b/, 'KaTeX_Size2-Regular'],
  [/\bdelimsizing\b.*\bsize3\b/, 'KaTeX_Size3-Regular'],
  [/\bdelimsizing\b.*\bsize4\b|\bdelim-size4\b/, 'KaTeX_Size4-Regular'],
];

interface Walk {
  readonly used: Map<FontUse, Map<string, string>>;
  readonly isLeftOut: (element: Element) => boolean;
  anchor: string;
}

/**
 * The characters of a built page. Formulas count as drawn, not as read aloud.
 *
 * @param isLeftOut whether an element is not counted, nor what is in it
 */
export function usedCharacters(
  document: Document,
  isLeftOut: (element: Element) => boolean = () => false,
): UsedCharacters {
  const walk: Walk = { used: new Map(), isLeftOut, anchor: '' };
  collect(document.body, 'text', walk);
  return walk.used;
}

function collect(element: Element, outer: FontUse, walk: Walk): void {
  if (notShown.has(element.localName) || element.classList.contains('katex-mathml')) return;
  if (walk.isLeftOut(element)) return;
  if (element.id) walk.anchor = element.id;
  const use = fontUse(element, outer);
  for (const child of element.childNodes) {
    if (child.nodeType === 1) collect(child as Element, use, walk);
    else if (child.nodeType === 3) add(child.textContent ?? '', use, walk);
  }
}

function fontUse(element: Element, outer: FontUse): FontUse {
  if (codeElements.has(element.localName)) return element.closest(boldElements) ? 'bold code' : 'code';
  if (element.classList.contains('katex-html')) return 'KaTeX_Main-Regular';
  const classes = element.getAttribute('class') ?? '';
  if (outer === 'code' && boldClasses.test(classes)) return 'bold code';
  if (outer === 'text' && variableClass.test(classes)) return 'KaTeX_Math-Italic';
  if (outer === 'text' && (italicElements.has(element.localName) || italicClasses.test(classes))) return 'italic';
  if (!outer.startsWith('KaTeX')) return outer;
  return katexFonts.find(([pattern]) => pattern.test(classes))?.[1] ?? outer;
}

function add(text: string, use: FontUse, walk: Walk): void {
  const { used, anchor } = walk;
  const plain = plainUses[use];
  if (plain) add(text, plain, walk);
  const characters = used.get(use) ?? new Map<string, string>();
  used.set(use, characters);
  for (const character of text) if (!characters.has(character)) characters.set(character, anchor);
}
