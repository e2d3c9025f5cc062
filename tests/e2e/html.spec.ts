import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { pagePaths } from './sites.ts';
import { test } from './warm.ts';

/** The rules of the HTML standard, without matters of style. */
const checker = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard'] }));

test('every page is HTML as the standard has it', async () => {
  const faults: string[] = [];
  for (const path of pagePaths) {
    const file = path === '/no-such-page/' ? 'dist/404.html' : `dist${path}index.html`;
    const text = readFileSync(file, 'utf8');
    const { results } = await checker.validateString(text, file);
    faults.push(
      ...results
        .flatMap(({ messages }) => messages)
        .map(({ line, column, message }) => `${file}:${line}:${column} ${message}`),
    );
    // The checker accepts it, and a browser moves it into the body.
    if (!/<\/body>\s*<\/html>\s*$/.test(text)) faults.push(`${file}: something follows </html>`);
  }
  expect(faults).toEqual([]);
});
