import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { programsOf } from '../../src/core/programs-of.ts';
import { withLateScripts } from '../../src/site/build/late-scripts.ts';

const page =
  '<html><body><script>let a</script><script type="module" src="/x.js"></script><p>text</p><script type="module" src="/y.js"></script></body></html>';

it('leaves programs that are files for later, in their order, and all else as it is', () => {
  const late = withLateScripts(page);
  expect(late).toBe('<html><body data-programs="/x.js /y.js"><script>let a</script><p>text</p></body></html>');
  expect(withLateScripts(late)).toBe(late);
});

it('finds the programs of a page either way', () => {
  const found = [page, withLateScripts(page)].map((html) => programsOf(parseHTML(html).document));
  expect(found).toEqual([
    ['/x.js', '/y.js'],
    ['/x.js', '/y.js'],
  ]);
});
