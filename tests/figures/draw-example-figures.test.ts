import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { drawExampleFigures } from '../../src/figures/recorded/draw-example-figures.ts';
import { recordOne } from '../python/matplotlib/record.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const { figures } = recordOne('plt.plot([1, 2])\nplt.show()');
const source = { id: 'walk', place: 'content/guide/05-x.mdx:12' };
const draw = (list: unknown) => drawExampleFigures(JSON.stringify(list), source, document);

it('draws each figure with an id of its own', () => {
  const drawn = draw([figures[0], figures[0]]);
  expect(drawn.map((html) => html.startsWith('<svg'))).toEqual([true, true]);
  expect(drawn[1]).toContain('walk-figure-2');
});

it.each([
  ['is no figure', [figures[0], 7], 'Figure 2 of the example `walk` cannot be drawn: figure should be an object'],
  ['has no version', [{}], 'Figure 1 of the example `walk` cannot be drawn: '],
  ['is in no list', { panels: [] }, 'The list of figures of the example `walk` cannot be drawn: it is no list'],
])('names the example and its place where something %s', (_case, list, message) => {
  expect(() => draw(list)).toThrow(`content/guide/05-x.mdx:12: ${message}`);
  expect(() => draw(list)).toThrow(/\. Run `npm run verify` to record it again\.$/);
});

it('names the example where the report is cut short', () => {
  expect(() => drawExampleFigures('[{"panels"', source, document)).toThrow(
    'content/guide/05-x.mdx:12: The list of figures of the example `walk` cannot be drawn: ',
  );
});
