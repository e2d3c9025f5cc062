import { expect, it } from 'vitest';
import { earlyFont, lateFaces } from '../../../src/site/fonts/late-faces.ts';

const own = '@font-face{font-family:A;src:local("Arial")}';
const rest = '@font-face{font-family:B;src:url(rest.woff2);unicode-range:U+20-FFFF}';
const core = '@font-face{font-family:B;src:url(core.woff2);unicode-range:U+41}';

it('leaves the fonts that are fetched to the program, in their order, and those of the machine where they are', () => {
  const late = lateFaces(`${own}@layer base{p{color:red}${rest}}${core}b{color:blue}`);
  expect(late).toBe(`${own}@layer base{p{color:red}}b{color:blue}@media (scripting:none){${rest}${core}}`);
});

it('leaves the font of prose where it is', () => {
  const early = `@font-face{font-family:C;src:url(/_astro/${earlyFont}.abc.woff2);unicode-range:U+41}`;
  expect(lateFaces(`${early}${core}`)).toBe(`@media (scripting:none){${core}}${early}`);
  expect(lateFaces(`b{}@layer a{${rest}${early}${core}}`)).toBe(
    `b{}@media (scripting:none){${rest}${core}}@layer a{${early}}`,
  );
});

it('states the range of each, which a program has to name', () => {
  expect(lateFaces('@font-face{font-family:B;src:url(b.woff2)}')).toBe(
    '@media (scripting:none){@font-face{font-family:B;src:url(b.woff2);unicode-range:U+0-10FFFF}}',
  );
});
