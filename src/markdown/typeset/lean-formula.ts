import type { Element, ElementContent } from 'hast';

/** Classes of KaTeX that say what a box is in TeX. Its stylesheet has no rules for them. */
export const plainClasses: ReadonlySet<string> = new Set(
  'mord mbin mrel mopen mclose mpunct minner mop mtight text'.split(' '),
);

/** The styles of these are for their children, or for the children of those, whatever their classes. */
const countsChildren = /\b(?:vlist|katex-inner|delim-size\d)\b/;

/**
 * How far a line of a formula reaches above and below its baseline by itself, in ems: what no font of KaTeX falls short of at
 * the height of a line in `formula.css`.
 */
export const line = { above: 0.849, below: 0.25 } as const;

/** Attributes of MathML for drawing it: that of a formula is not drawn, but read aloud and copied. */
const drawn = ['stretchy', 'fence', 'separator', 'rowspacing', 'columnspacing', 'columnalign'];

/**
 * The formula as KaTeX has set it, in half the elements: without boxes that have no style, without struts that are no taller
 * than the line in which they stand, and with lengths to a thousandth of an em, which is less than any browser resolves.
 */
export function leanFormula(formula: Element): Element {
  return { ...formula, children: formula.children.map(leanHalf) };
}

/** The half that is read aloud, the half that is seen, or what is around them. */
function leanHalf(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const classes = classesOf(node);
  if (classes.includes('katex-mathml')) return { ...node, children: node.children.flatMap(leanMath) };
  if (classes.includes('katex-html')) return { ...node, children: leanBoxes(node) };
  return leanFormula(node);
}

function leanBoxes(parent: Element): ElementContent[] {
  const classes = classesOf(parent);
  const mayLose = classes.length > 0 && !countsChildren.test(classes.join(' '));
  return parent.children.flatMap((child) => (child.type === 'element' ? leanBox(child, mayLose) : [child]));
}

/** @param mayGo whether the box around it looks the same without this one */
function leanBox(box: Element, mayGo: boolean): ElementContent[] {
  const classes = classesOf(box);
  const { className: _, style, ...others } = box.properties;
  if (classes.includes('katex-strut') && isIdle(box)) return [];
  const children = leanBoxes(box);
  const kept = classes.filter((name) => !plainClasses.has(name));
  const isPlain = kept.length < classes.length && kept.length === 0 && style === undefined;
  if (mayGo && isPlain && Object.keys(others).length === 0) return children;
  const properties = {
    ...(kept.length > 0 && { className: kept }),
    ...(style !== undefined && { style: shortLengths(String(style)) }),
    ...others,
  };
  return [{ ...box, properties, children }];
}

/** Whether a strut is no taller than its line. */
function isIdle(strut: Element): boolean {
  const style = String(strut.properties['style']);
  const length = (name: string) => Number(new RegExp(`${name}:(-?[\\d.]+)em`).exec(style)?.[1] ?? 0);
  const below = -length('vertical-align');
  return length('height') - below <= line.above && below <= line.below;
}

function shortLengths(style: string): string {
  return style
    .replace(/-?\d*\.\d+/g, (value) => String(Math.round(Number(value) * 1000) / 1000).replace(/^(-?)0\./, '$1.'))
    .replace(/;$/, '');
}

function leanMath(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  const children = node.children.flatMap(leanMath);
  const [only, ...more] = children;
  if (node.tagName === 'mrow' && only?.type === 'element' && more.length === 0) return [only];
  const kept = Object.entries(node.properties).filter(([name]) => !drawn.includes(name));
  return [{ ...node, properties: Object.fromEntries(kept), children }];
}

function classesOf({ properties }: Element): string[] {
  const classes = properties['className'];
  return Array.isArray(classes) ? classes.map(String) : [];
}
