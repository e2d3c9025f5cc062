import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { pageMarkdown } from '../../src/site/build/page-markdown.ts';
import { twinOf } from '../../src/site/twinned-pages.ts';

function markdownOf(html: string): string {
  const main = parseHTML(`<!doctype html><main>${html}</main>`).document.querySelector('main');
  return main ? pageMarkdown(main, 'https://example.org/base/keep/') : '';
}

it.each([
  ['<h1>A  <span>title</span></h1><div><h2>Part</h2></div>', '# A title\n\n## Part\n'],
  [
    '<p>See <a href="/base/map/">the <em>map</em></a>, <a href="#b">b</a>.</p>',
    'See [the *map*](https://example.org/base/map/), [b](https://example.org/base/keep/#b).\n',
  ],
  ['<ul><li>a</li><li><p>b</p><p>c</p></li></ul>', '- a\n- b\n   c\n'],
  ['<ol><li><code>x|y</code></li></ol>', '1. `x|y`\n'],
  [
    '<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td><td><strong>3</strong></td></tr></table>',
    '| a | b |\n| --- | --- |\n| 1\\|2 | **3** |\n',
  ],
  ['<a class="call" href="/x/">Begin</a>', '[Begin](https://example.org/x/)\n'],
  ['<ol><li><div><h3>a</h3><p>b</p></div></li></ol>', '1. **a**\n   b\n'],
  ['<dl><div><dt>examples</dt><dd>12</dd></div></dl>', 'examples\n\n12\n'],
  ['<p>a<span aria-hidden="true">x</span></p><button>Go</button><p hidden>h</p><svg><text>t</text></svg>', 'a\n'],
  ['<pre>a\n  b</pre>', '```\na\n  b\n```\n'],
])('%s', (html, markdown) => {
  expect(markdownOf(html)).toBe(markdown);
});

it.each([
  ['/', '/index.md'],
  ['/privacy/', '/privacy.md'],
])('the Markdown of %s is %s', (path, twin) => {
  expect(twinOf(path)).toBe(twin);
});
