import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postcss, { type ChildNode, type Container, type Rule } from 'postcss';

const folder = fileURLToPath(new URL('../../../src/styles/components/explorable', import.meta.url));
/** The conditions of a screen with scripts; others are of paper, of narrow windows, or of a page without scripts. */
const onScreen = /^(?:screen and )?\(scripting: enabled\)$/;

/** The selectors by which the stylesheets of explorables hide elements on a screen. */
export function hiddenByStyles(): string[] {
  return globSync('**/*.css', { cwd: folder })
    .sort()
    .flatMap((file) => {
      const found: string[] = [];
      postcss.parse(readFileSync(join(folder, file), 'utf8')).walkDecls(/^(?:display|visibility)$/, (decl) => {
        const { parent } = decl;
        const hides = decl.value === 'none' || decl.value === 'hidden';
        if (hides && parent?.type === 'rule' && applies(parent)) found.push(...(parent as Rule).selectors);
      });
      // Pseudo-elements are drawn; what a pointer or the focus shows is not hidden from a screen reader.
      return found.filter((selector) => !/::|:hover|:focus/.test(selector));
    });
}

function applies(node: ChildNode | Container): boolean {
  if (node.type === 'atrule' && 'params' in node && !onScreen.test(node.params)) return false;
  return node.parent === undefined || node.parent.type === 'root' || applies(node.parent as Container);
}
