import katex from 'katex';
import { parseHTML } from 'linkedom';
import { afterEach, expect, it, vi } from 'vitest';
import { bringSources } from '../../../src/islands/dom/bring-sources.ts';
import { holdBackFormulas } from '../../../src/site/build/held-back-formulas.ts';

const set = (tex: string, displayMode = false) => katex.renderToString(tex, { displayMode });
const pageOf = (content: string) => `<!doctype html><html><head></head><body>${content}</body></html>`;
const sourcesOf = (document: Document) => [...document.querySelectorAll('annotation')].map((one) => one.textContent);

afterEach(() => vi.unstubAllGlobals());

it('takes the TeX out of a page, and puts it back into each formula', async () => {
  const tex = ['a < b', '\\frac{x}{2} \\ne \\text{a \\& b}', 'x_2', 'x^2', 'a < b'];
  const page = pageOf(tex.map((one) => `<p>${set(one)}</p>`).join('') + set('\\sum_i i', true));
  let stored = '';
  const { html } = holdBackFormulas(page, (formulas) => {
    stored = JSON.stringify(formulas);
    return '/_astro/formulas.x.json';
  });
  expect(html).not.toMatch(/annotation|semantics|xmlns/);
  const { document } = parseHTML(html);
  vi.stubGlobal('fetch', async (address: string) => ({
    ok: address === '/_astro/formulas.x.json',
    json: async () => JSON.parse(stored),
  }));
  await bringSources(document as unknown as Document);
  expect(sourcesOf(document as unknown as Document)).toEqual([...tex, '\\sum_i i']);
});

it('leaves the equations of explorables, and pages without formulas, as they are', () => {
  const nothing = () => expect.fail('nothing is held back');
  const explorable = pageOf(`<calculus-explorable id="a">${set('x')}</calculus-explorable>`);
  expect(holdBackFormulas(explorable, nothing).html).toBe(explorable);
  expect(holdBackFormulas(pageOf('<p>Text.</p>'), nothing).formulas).toEqual([]);
});

it('sends no names of namespaces, which the parser of a page knows', () => {
  const explorable = `<calculus-explorable id="a">${set('\\sqrt{x}')}</calculus-explorable>`;
  const shown = '<code>&lt;svg xmlns="http://www.w3.org/2000/svg"></code>';
  const { html } = holdBackFormulas(pageOf(`${set('y')}${explorable}${shown}`), () => '/f.json');
  expect(explorable).toMatch(/<math xmlns.*<svg xmlns/);
  expect(html.match(/xmlns/g)).toHaveLength(1);
  expect(html).toContain(shown);
  expect(html).toContain('<annotation encoding="application/x-tex">\\sqrt{x}</annotation>');
});

it('leaves formulas without TeX if it cannot be fetched', async () => {
  const { html } = holdBackFormulas(pageOf(set('x')), () => '/gone.json');
  const { document } = parseHTML(html);
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no network')));
  await bringSources(document as unknown as Document);
  expect(sourcesOf(document as unknown as Document)).toEqual([]);
});
