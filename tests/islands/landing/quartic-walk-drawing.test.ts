import { describe, expect, it } from 'vitest';
import { quarticDescent } from '../../../src/figures/lesson/quartic-descent.ts';
import { placeInQuartic, quarticFrame, quarticWalk, xInQuartic } from '../../../src/figures/lesson/quartic-frame.ts';
import { figureWidth } from '../../../src/figures/parts/theme.ts';
import { quarticLimits, quarticWalkDrawing } from '../../../src/islands/landing/quartic-walk-drawing.ts';
import { gradientDescent1d } from '../../../src/numeric/descent/gradient-descent-1d.ts';
import { quartic } from '../../../src/numeric/functions/polynomials.ts';

const walkFrom = (start: number, steps: number) => gradientDescent1d(quartic, start, quarticWalk.rate, { steps }).path;

describe('the picture of the first page', () => {
  it('is drawn into the frame of the figure that was there', () => {
    const { height, plot } = quarticDescent();
    expect(height).toBe(quarticFrame.height);
    expect(plot).toMatchObject({ marginLeft: quarticFrame.margins.left, x: { domain: quarticFrame.view.x } });
  });

  it.each([-2.1, -0.3, 0, 1.5, 2.1])('has x = %d where a pointer finds it', (x) => {
    expect(xInQuartic(placeInQuartic([x, 0])[0] / figureWidth)).toBeCloseTo(x, 12);
  });

  it('has a dot for each place, and the ball at the last one, on the curve', () => {
    const states = walkFrom(2, 3);
    const shapes = quarticWalkDrawing(states);
    expect(shapes.filter(([tag]) => tag === 'circle')).toHaveLength(states.length + 1);
    const last = states.at(-1);
    const [cx, cy] = placeInQuartic([last?.position ?? 0, last?.value ?? 0]);
    expect(shapes.at(-1)?.[1]).toMatchObject({ cx, cy });
  });

  it.each([quarticLimits.least, quarticLimits.most])('has the curve at %d', (x) => {
    const [px, py] = placeInQuartic([x, quartic.value(x)]);
    expect(px).toBeGreaterThan(0);
    expect(py).toBeGreaterThan(quarticFrame.margins.top);
    // The tangent there is the steepest, and is in the picture as well.
    const [, tangent] = quarticWalkDrawing(walkFrom(x, 0)).filter(([tag]) => tag === 'path');
    const heights = [...String(tangent?.[1]['d']).matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y));
    expect(heights).toHaveLength(2);
    for (const y of heights) expect(y).toBeGreaterThan(0);
  });
});
