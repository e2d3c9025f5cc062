import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { at } from '../../src/core/at.ts';
import { drawRecordedFigure } from '../../src/figures/recorded/draw-recorded-figure.ts';
import { readRecordedFigure } from '../../src/figures/recorded/recorded-figure.ts';
import { cases } from '../depth.ts';
import { record } from '../python/matplotlib/record.ts';
import { recordedPrograms } from './recorded-programs.ts';

const short = {
  labels:
    'plt.clabel(plt.contour([[0, 1, 2], [2, 3, 1]], levels=[1, 2]))\nplt.colorbar(plt.contour([[0, 1], [2, 3]], levels=[1, 2]))',
  bands: 'plt.colorbar(plt.contourf([[0, 1], [2, 3]], levels=[0, 1, 2, 3]))',
  legend:
    'plt.plot([1, 2], label="a")\nplt.scatter([1], [2], label="b")\nplt.bar([1, 2], [2, 1], color=["r", "g"])\nplt.legend(title="t")',
  errors:
    'plt.errorbar([1, 2], [2, 1], yerr=[0.1, 0.2])\nplt.quiver([0, 1], [0, 1], [1, 1], [1, 0], [3, 4], angles=[10, 20])',
};
const { lines: _, rows: __, ...programs } = recordedPrograms;
const figures = record(Object.values({ ...programs, ...short })).map((recording) => recording.figures[0]);

interface Place {
  readonly parent: Record<string, unknown>;
  readonly key: string;
}

/** Every field and item of plain data; of a long list, only the first ones. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Record<string, unknown>;
  const keys = Object.keys(parent).slice(0, Array.isArray(value) ? 4 : undefined);
  return keys.flatMap((key) => [{ parent, key }, ...placesIn(parent[key])]);
}

/** Possible values in a record that a program has made by hand. */
const changes: Readonly<Record<string, (place: Place) => void>> = {
  'a field is missing': ({ parent, key }) =>
    Array.isArray(parent) ? parent.splice(Number(key), 1) : delete parent[key],
  'an item is there twice': ({ parent, key }) => Array.isArray(parent) && parent.push(parent[Number(key)]),
  'a list is cut off': ({ parent, key }) => Array.isArray(parent[key]) && (parent[key] as unknown[]).pop(),
  'a list is longer': ({ parent, key }) => Array.isArray(parent[key]) && (parent[key] as unknown[]).push(1),
  ...Object.fromEntries(
    [null, 'nan', 'inf', 'solid', '', true, -1, 0, 0.5, 1e300, -1e300, 7, [], {}, [[]], [1, 2], ['nan', 'nan']].map(
      (value) => [
        `${JSON.stringify(value)} stands there`,
        ({ parent, key }: Place) => {
          parent[key] = structuredClone(value);
        },
      ],
    ),
  ),
};

const spoiled = fc.record({
  which: fc.nat({ max: figures.length - 1 }),
  where: fc.nat(),
  change: fc.constantFrom(...Object.keys(changes)),
});

describe('a record that a program has changed', () => {
  it('is drawn well-formed, or refused with the place and the expected value', () => {
    let refused = 0;
    fc.assert(
      fc.property(spoiled, ({ which, where, change }) => {
        const figure = structuredClone(at(figures, which));
        const places = placesIn(figure);
        changes[change]?.(at(places, where % places.length));
        const { document } = parseHTML('<!doctype html><html><body></body></html>');
        let read: ReturnType<typeof readRecordedFigure>;
        try {
          read = readRecordedFigure(figure);
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
          expect(String(error)).toMatch(/^TypeError: figure(\.\w+|\[\d+\])* .+/);
          refused++;
          return;
        }
        const svg = drawRecordedFigure(read, 'f', document);
        for (const element of [svg, ...svg.querySelectorAll('*')])
          for (const { name, value } of [...element.attributes])
            if (name !== 'aria-label') expect(`${name}="${value}"`).not.toMatch(/NaN|Infinity|undefined|\[object/);
      }),
      { numRuns: cases(150, 800) },
    );
    expect(refused).toBeGreaterThan(100);
  });
});
