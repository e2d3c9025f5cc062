import { expect, it } from 'vitest';
import { withLateScripts } from '../../src/site/build/late-scripts.ts';

it('gives programs that are files a low priority, and leaves all else as it is', () => {
  const page = '<script>let a</script><script type="module" src="/_astro/x.js"></script><p>text</p>';
  const late =
    '<script>let a</script><script type="module" fetchpriority="low" src="/_astro/x.js"></script><p>text</p>';
  expect(withLateScripts(page)).toBe(late);
});
