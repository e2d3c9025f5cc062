import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { sectionAt } from '../../../src/islands/dom/section-at.ts';

const { document } = parseHTML(`<article class="prose">
  <h2 id="first" data-top="-900"></h2>
  <section data-top="-500"><h3 id="inside" data-top="-480"></h3></section>
  <section data-top="90"><h3 id="below" data-top="110"></h3></section>
  <section data-top="4000"><h3 id="far" data-top="4020"></h3></section>
</article>`);
const asked: Element[] = [];
for (const element of document.querySelectorAll<HTMLElement>('[data-top]')) {
  element.getBoundingClientRect = () => {
    asked.push(element);
    return { top: Number(element.dataset['top']) } as DOMRect;
  };
}
const sections = [...document.querySelectorAll<HTMLElement>('[id]')];

it('finds the last section above a line', () => {
  expect([-1000, -600, 100, 120].map((line) => sectionAt(sections, line)?.id)).toEqual([
    undefined,
    'first',
    'inside',
    'below',
  ]);
});

it('asks no section in a block that begins below the line', () => {
  asked.length = 0;
  sectionAt(sections, 100);
  expect(asked.map(({ id }) => id)).not.toContain('far');
});
