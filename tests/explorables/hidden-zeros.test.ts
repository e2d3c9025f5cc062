import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { said, showNumber, showOrNone, showScientific, showSmall } from '../../src/explorables/format/show-number.ts';
import { plain, texFactor, texNumber, texScientific } from '../../src/explorables/format/tex-number.ts';

const src = fileURLToPath(new URL('../../src', import.meta.url));

const formats = { said, showNumber, showOrNone, showScientific, showSmall, plain, texFactor, texNumber, texScientific };
/** Any float from the smallest up, as likely tiny as huge. */
const nonzero = fc
  .tuple(fc.double({ min: 1, max: 10, maxExcluded: true, noNaN: true }), fc.integer({ min: -323, max: 300 }))
  .map(([mantissa, power]) => Number(`${mantissa}e${power}`))
  .filter((value) => value !== 0 && Number.isFinite(value));

it.each(Object.entries(formats))('%s shows 0 only for what is exactly 0', (_name, format) => {
  fc.assert(
    fc.property(nonzero, fc.boolean(), fc.integer({ min: 0, max: 6 }), (size, isNegative, decimals) => {
      const text = format(isNegative ? -size : size, decimals);
      expect(Number.parseFloat(text.replace(/^\(/, '').replace('−', '-')), text).not.toBe(0);
      expect(format(0, decimals)).toMatch(/^0(\.0+)?$/);
    }),
    { numRuns: 2000 },
  );
});

/** Labels of axes and of contour lines: round numbers that the figure chose itself. */
const roundNumbers = [
  'figures/explorable/residual-strips.ts',
  'figures/explorable/surface-map.ts',
  'figures/explorable/two-slices.ts',
  'figures/explorable/way-on-map.ts',
];

it('no explorable writes a number that it computed in another way', () => {
  const files = ['explorables', 'figures/explorable'].flatMap((folder) =>
    readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  );
  const own = files.filter(
    (file) =>
      file.endsWith('.ts') &&
      !file.startsWith('explorables/format/') &&
      /\b(?:typesetNumber|formatFixed|toLocaleString)\(|\$\{[^}]*\.toFixed\(/.test(
        readFileSync(join(src, file), 'utf8'),
      ),
  );
  expect(own.sort()).toEqual(roundNumbers);
});
