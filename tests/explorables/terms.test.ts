import { describe, expect, it } from 'vitest';
import { explorables } from '../../src/explorables/explorables.ts';
import type { Scene, View } from '../../src/explorables/kit/explorable.ts';
import { termsOf } from '../../src/explorables/kit/term.ts';
import { render } from '../figures/render.ts';

const all = await Promise.all(Object.values(explorables).map((load) => load()));

const isText = (term: string | undefined): term is string => term !== undefined;
const termsOfCode = (scene: Scene, step: number) =>
  scene.code(step).flatMap((line) => (typeof line === 'string' ? [] : [line[1]]));
const termsOfMarks = ({ figures }: View) =>
  figures.flatMap((figure) =>
    [...render(figure).querySelectorAll('[data-term]')].map((mark) => mark.getAttribute('data-term') ?? ''),
  );

/** Where a term is used, by its name: it is highlighted in all of these places together. */
function placesOfTerms(scene: Scene, step: number): Map<string, Set<string>> {
  const view = scene.view(step);
  const terms = {
    equation: termsOf(view.equation),
    marks: termsOfMarks(view),
    readouts: view.readouts.map(({ term }) => term).filter(isText),
    columns: (scene.ledger?.columns ?? []).map(({ term }) => term).filter(isText),
    code: termsOfCode(scene, step),
  };
  const places = new Map<string, Set<string>>();
  for (const [place, names] of Object.entries(terms)) {
    for (const name of names) places.set(name, (places.get(name) ?? new Set()).add(place));
  }
  return places;
}

describe.each(all)('$id', ({ initial, scene: sceneOf }) => {
  const scene = sceneOf(initial.state);
  const steps = [...new Set([0, 1, initial.step, scene.lastStep])].filter((step) => step <= scene.lastStep);

  it.each(steps)('at step %d marks a line of code that there is as the current one', (step) => {
    const { now } = scene.view(step);
    if (now !== undefined) expect(termsOfCode(scene, step)).toContain(now);
  });

  it('has no number, column or line of code whose term is nowhere else: nothing would be highlighted with it', () => {
    const places = new Map<string, Set<string>>();
    for (const step of steps) {
      for (const [name, own] of placesOfTerms(scene, step)) {
        places.set(name, new Set([...(places.get(name) ?? []), ...own]));
      }
    }
    const current = new Set(steps.map((step) => scene.view(step).now));
    const alone = [...places].filter(([name, own]) => own.size === 1 && !own.has('marks') && !current.has(name));
    expect(alone.map(([name, own]) => `${name}: ${[...own]}`)).toEqual([]);
  });
});
