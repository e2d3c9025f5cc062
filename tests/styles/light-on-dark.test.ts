import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postcss from 'postcss';
import { expect, it } from 'vitest';

const styles = fileURLToPath(new URL('../../src/styles', import.meta.url));

/** The selectors whose words have the color of the paper, and those that keep their colors where a reader forces others. */
function selectorsOf(css: string) {
  const light: string[] = [];
  const kept: string[] = [];
  postcss.parse(css).walkRules(({ selectors, nodes }) => {
    for (const node of nodes) {
      if (node.type !== 'decl') continue;
      if (node.prop === 'color' && node.value === 'var(--color-surface)') light.push(...selectors);
      if (node.prop === 'forced-color-adjust' && node.value === 'none') kept.push(...selectors);
    }
  });
  return { light, kept };
}

it('words in the color of the paper can be read where colors are forced: browsers put paper behind other words', () => {
  const files = readdirSync(styles, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
  const all = files.map((file) => selectorsOf(readFileSync(join(styles, file), 'utf8')));
  expect(all.flatMap(({ light }) => light)).not.toEqual([]);
  expect(all.flatMap(({ light, kept }) => light.filter((selector) => !kept.includes(selector)))).toEqual([]);
});
