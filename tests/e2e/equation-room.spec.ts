import { expect, type Page } from '@playwright/test';
import fc from 'fast-check';
import { explorables } from '../../src/explorables/explorables.ts';
import type { Explorable } from '../../src/explorables/kit/explorable.ts';
import { setEquation } from '../../src/explorables/kit/set-equation.ts';
import { cases } from '../depth.ts';
import { arbitraryGridState } from '../explorables/arbitrary-state.ts';
import { lessonsWithExplorables, type PlacedExplorable } from './explorables.ts';
import { fontsArrived } from './fetched-fonts.ts';
import { onlyHeader } from './only-explorables.ts';
import { pageUrl } from './sites.ts';
import { test } from './warm.ts';

for (const [path, those] of lessonsWithExplorables('room of equations')) {
  test(`the equations of ${path} are seen whole, wherever its sliders stand`, async ({ page }) => {
    await page.setExtraHTTPHeaders({ [onlyHeader]: those.map(({ id }) => id).join() });
    await page.goto(pageUrl(path));
    await fontsArrived(page);
    for (const one of those) {
      const equations = equationsOf(await definitionOf(page, one));
      for (const width of [320, 360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const wide = await page.locator(`[id="${one.id}"] [data-part=equation]`).evaluate(tooWide, equations);
        expect(wide, `${one.id} at ${width} px`).toEqual([]);
      }
    }
  });
}

async function definitionOf(page: Page, { id }: PlacedExplorable): Promise<Explorable> {
  const name = (await page.locator(`[id="${id}"]`).getAttribute('data-name')) ?? '';
  const load = explorables[name];
  if (load === undefined) throw new Error(`${id} shows ${name}, which no definition has`);
  return load();
}

/** The equations of some states in TeX, each with its HTML: at the first and the last step, and between. */
function equationsOf({ controls, initial, scene }: Explorable): [tex: string, html: string][] {
  const states = [initial.state, ...fc.sample(arbitraryGridState(controls), { numRuns: cases(25, 200), seed: 7 })];
  const all = states.flatMap((state) => {
    const { lastStep, view } = scene(state);
    const steps = new Set([0, Math.round(lastStep / 2), lastStep]);
    return [...steps].map((step) => view(step).equation);
  });
  return [...new Set(all)].map((tex) => [tex, setEquation(tex)]);
}

/** The equations for which this element would have to be scrolled. */
function tooWide(element: Element, equations: readonly [tex: string, html: string][]): string[] {
  return equations.flatMap(([tex, html]) => {
    element.innerHTML = html;
    return element.scrollWidth > element.clientWidth ? [`${element.scrollWidth - element.clientWidth} px: ${tex}`] : [];
  });
}
