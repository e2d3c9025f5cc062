import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explorables } from '../../src/explorables/explorables.ts';
import type { View } from '../../src/explorables/kit/explorable.ts';
import { arbitraryState } from './arbitrary-state.ts';
import { shownRelations } from './shown-equations.ts';

const all = await Promise.all(Object.values(explorables).map((load) => load()));

/** Every state of every control, at its first, last and any other step, with its question open and answered. */
const states = 400;

const textsOf = (view: View) => [view.sentence, view.note ?? '', ...view.readouts.map(({ value }) => value)];

describe.each(all)('$id', ({ controls, scene }) => {
  const shown = fc.record({ state: arbitraryState(controls), part: fc.double({ min: 0, max: 1, noNaN: true }) });
  const each = (check: (view: View, cells: readonly string[], where: string) => void) =>
    fc.assert(
      fc.property(shown, ({ state, part }) => {
        const { lastStep, view, ledger } = scene(state);
        for (const step of new Set([0, Math.round(part * lastStep), lastStep])) {
          const cells = ledger?.row(Math.min(step, ledger.length - 1)) ?? [];
          check(view(step), cells, `${JSON.stringify(state)} at step ${step}`);
        }
      }),
      { numRuns: states },
    );

  it('has equations that hold for the numbers as they are shown, or say ≈', () => {
    each(({ equation }, _, where) => {
      for (const { text, exact, left, right, unit } of shownRelations(equation)) {
        const off = Math.abs(left - right);
        if (exact)
          expect(off, `${text}, ${where}`).toBeLessThanOrEqual(
            Math.max(unit / 2, 1e-12 * Math.abs(right)) * (1 + 1e-6),
          );
      }
    });
  });

  it('shows no negative zero, no exponent of a program', () => {
    each((view, cells, where) => {
      for (const text of [...textsOf(view), ...cells, view.equation]) {
        expect(text, where).not.toMatch(/[-−]0(?:\.0+)?(?![\d.])/);
        expect(text, where).not.toMatch(/\d[eE][-+−]?\d/);
      }
    });
  });
});
