import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../../src', import.meta.url));

it('is how every program scrolls to an element: others would do it in a page that is not laid out', () => {
  const scrolling = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      /\.(?:ts|astro)$/.test(file) && /\.scrollIntoView(?:\(|\?\.)/.test(readFileSync(`${folder}/${file}`, 'utf8')),
  );
  expect(scrolling).toEqual(['islands/dom/scroll-to-element.ts']);
});
