import postcss, { type ChildNode } from 'postcss';

/** The font of prose, by the beginning of the names of its files. Pages preload it, since where lines break depends on it. */
export const earlyFont = 'source-serif-4-latin-wght-normal';

/**
 * Moves the rules of fonts that are fetched, but for that of prose, into a block that browsers heed where no program runs.
 * Where programs run, `src/site/font-script.ts` reads the fonts from there once the page is seen: a browser that met them in
 * its stylesheet would fetch them before. The others stay where they are.
 */
export function lateFaces(css: string): string {
  const sheet = postcss.parse(css);
  const block = postcss.atRule({ name: 'media', params: '(scripting:none)', nodes: [] });
  let place: ChildNode | undefined;
  sheet.walkAtRules('font-face', (rule) => {
    const text = rule.toString();
    if (text.includes(`/${earlyFont}`)) place ??= outermost(rule);
    else if (text.includes('url(')) {
      // A program has to state the range of each.
      if (!text.includes('unicode-range')) rule.append({ prop: 'unicode-range', value: 'U+0-10FFFF' });
      block.append(rule.remove());
    }
  });
  // Among its like, which compresses best.
  if (place) place.before(block);
  else sheet.append(block);
  return sheet.toString();
}

/** The rule of the stylesheet itself that a rule is in, or is: the program looks into no layer. */
function outermost(rule: ChildNode): ChildNode {
  return rule.parent === undefined || rule.parent.type === 'root' ? rule : outermost(rule.parent as ChildNode);
}
