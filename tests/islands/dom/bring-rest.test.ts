import { parseHTML } from 'linkedom';
import { afterEach, expect, it, vi } from 'vitest';
import { bringRest } from '../../../src/islands/dom/bring-rest.ts';
import { holdBack } from '../../../src/site/build/held-back.ts';

afterEach(() => vi.unstubAllGlobals());

const whole = `<body><checked-exercise data-name="a"><python-cell data-lines="[1]" data-check="f = &quot;g&quot;"></python-cell><details class="fold solution"><summary>Solution</summary><p id="s">one</p>two</details><template data-mistake="sign">No.</template></checked-exercise><calculus-explorable id="e"><math><semantics><annotation encoding="t">b &lt; c</annotation></semantics></math></calculus-explorable></body>`;

/** The page without its rest, and a network that has it. */
function pageAt(address: string) {
  const { html, heldBack } = holdBack(whole, { chapter: '/c', answers: '/a' }, () => address);
  const { document } = parseHTML(`<html>${html}</html>`);
  const fetched = vi.fn(async () => ({ ok: true, json: async () => heldBack }));
  return { document, fetched };
}

it('puts everything back, however often it is asked', async () => {
  const { document, fetched } = pageAt('/one.json');
  vi.stubGlobal('fetch', fetched);
  expect(document.querySelector('#s')?.localName).toBe('span');
  await Promise.all([bringRest(document), bringRest(document)]);
  await bringRest(document);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(document.body.outerHTML).toBe(parseHTML(`<html>${whole}</html>`).document.body.outerHTML);
});

it('says why it could not, and fetches again when it is asked again', async () => {
  const { document, fetched } = pageAt('/two.json');
  let isThere = false;
  vi.stubGlobal('fetch', async () => {
    if (!isThere) throw new TypeError('no network');
    return fetched();
  });
  await expect(bringRest(document)).rejects.toThrow('Check your connection');
  isThere = true;
  await bringRest(document);
  expect(document.querySelector('.solution')?.textContent).toBe('Solutiononetwo');
});

it('asks to reload the page if the server has it no more', async () => {
  const { document } = pageAt('/three.json');
  vi.stubGlobal('fetch', async () => ({ ok: false, status: 404 }));
  await expect(bringRest(document)).rejects.toMatchObject({ mayRetry: false, message: expect.stringContaining('404') });
});
