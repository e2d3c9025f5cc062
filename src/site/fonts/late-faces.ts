import postcss, { type AtRule } from 'postcss';

/**
 * Moves the rules of fonts that are fetched into a block that browsers heed where no program runs. Where programs run,
 * `src/site/font-script.ts` reads the fonts from there once the page is seen: a browser that met them in its stylesheet would
 * fetch them before. Fonts of the machine stay where they are.
 */
export function lateFaces(css: string): string {
  const sheet = postcss.parse(css);
  const faces: AtRule[] = [];
  sheet.walkAtRules('font-face', (rule) => {
    if (!rule.toString().includes('url(')) return;
    // A program has to state the range of each.
    if (!rule.toString().includes('unicode-range')) rule.append({ prop: 'unicode-range', value: 'U+0-10FFFF' });
    faces.push(rule.remove());
  });
  sheet.append(postcss.atRule({ name: 'media', params: '(scripting:none)', nodes: faces }));
  return sheet.toString();
}
