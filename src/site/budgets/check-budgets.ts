import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { overAliveBudget, overBudget, overLimit } from './budgets.ts';
import { aliveBytes, pageBytes } from './page-bytes.ts';

/**
 * An Astro integration that compares what each built page loads with its budget.
 *
 * @throws Error from the build, with each page, the kind of which it loads too much, and the largest things of that kind
 */
export function checkBudgets(base: string): AstroIntegration {
  return {
    name: 'check-budgets',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const root = base.endsWith('/') ? base : `${base}/`;
        const problems = readdirSync(folder, { recursive: true, encoding: 'utf8' })
          // The book is all lessons at once, for a printer.
          .filter((file) => file.endsWith('.html') && !/^book[\\/]/.test(file))
          .sort()
          .flatMap((file) => {
            const page = pageBytes(folder, file, root);
            const alive = overAliveBudget(file, aliveBytes(folder, file, root));
            return [...overBudget(file, page), ...overLimit(file, page), ...alive];
          });
        if (problems.length > 0)
          throw new Error(
            `${problems.join('\n')}\nMake the page smaller, or raise its budget in src/site/budgets/budgets.ts and say why.`,
          );
      },
    },
  };
}
