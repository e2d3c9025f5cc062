import { expect, it } from 'vitest';
import { project } from './command.ts';

const page = '```python\nprint(double(2))\n```\n\nOutput:\n\n```\n4\n```\n';

it('a name that only another page of the guide defines is no fault of this one, and is named', async () => {
  const { run } = project({ 'a.md': '```python\ndef double(x):\n    return 2 * x\n```\n', 'b.md': page });
  const { out, code } = await run(['a.md', 'b.md']);
  expect(out).toContain('b.md:2:7  warning, not run  (line-1): It needs `double`, which a.md defines');
  expect(code).toBe(0);
});

it('a name that its own page defines later, or no page, is a fault', async () => {
  const { run } = project({
    'a.md': '```python\nx = 1\n```\n',
    'b.md': `${page}\n\`\`\`python\ndouble = abs\n\`\`\`\n`,
  });
  expect((await run(['a.md', 'b.md'])).code).toBe(1);
});

const proven = '```python\nprint(1)\n```\n\n```output\n1\n```\n';
const wholePackage = '```python\nfrom nowhere_found import *\n```\n';
const withoutImports = '```python\nprint("a")\nopen_window()\n```\n';

it('a name may be one of a missing package from which the other pages import all', async () => {
  const { run } = project({ 'a.md': `${wholePackage}\n${proven}`, 'b.md': withoutImports });
  const { out, code } = await run(['a.md', 'b.md']);
  expect(out).toContain('It may need `open_window` of `nowhere_found`, from which other pages import all names');
  expect(code).toBe(0);
});

it.each([
  ['a page that imports something', wholePackage, `\`\`\`python\nimport math\n\`\`\`\n\n${withoutImports}`],
  ['a package that is there', '```python\nfrom math import *\n```\n', withoutImports],
  ['a package of which some is imported', '```python\nfrom nowhere_found import a\n```\n', withoutImports],
])('an unknown name is a fault: %s', async (_, other, own) => {
  const { run } = project({ 'a.md': other, 'b.md': own });
  expect((await run(['a.md', 'b.md'])).code).toBe(1);
});
