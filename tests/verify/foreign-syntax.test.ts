import { describe, expect, it } from 'vitest';
import { mkdocsContainers } from '../../src/markdown/mkdocs-containers.ts';
import { readLesson } from '../../src/verify/read/read-lesson.ts';

describe('a page of another site', () => {
  it.each([
    '<br>\n\n',
    '<!-- a comment -->\n\n',
    'A set {1, 2 of it\n\n',
    '<Tabs>\n<TabItem value={x}>\n\n',
    'export const a = ;\n\n',
  ])('that is no MDX is read as Markdown, with a warning: %j', (start) => {
    const { extracted } = readLesson('a.mdx', `${start}\`\`\`python\nprint(1)\n\`\`\`\n`, { isOurs: false });
    expect(extracted.examples.map(({ code }) => code.text)).toEqual(['print(1)\n']);
    expect(extracted.diagnostics).toEqual([]);
    expect(extracted.warnings[0]?.message).toContain('The file is no MDX');
    expect(readLesson('a.mdx', start).extracted.diagnostics.length).toBeGreaterThan(0);
  });

  it.each([
    '!!! tip\n    x\n',
    '??? note "A"\n\n    x\n',
    '???+ note "A"\n\tx\n',
    '=== "Tab"\n\n    x\n',
    'a\n\n    !!! tip ""\n        y\n',
  ])('of MkDocs keeps every offset, and the content of its containers is no indented code: %j', (text) => {
    const changed = mkdocsContainers(text);
    expect(changed).toHaveLength(text.length);
    expect(changed).toContain('1.  ');
    expect(changed.split('\n').length).toBe(text.split('\n').length);
  });

  it.each(['!!! tip\nx\n', '=== x\n    y\n', '```\n!!! tip\n    x\n```\n', 'x\n===\n\n    y\n'])(
    'without such a container stays as it is: %j',
    (text) => {
      expect(mkdocsContainers(text)).toBe(text);
    },
  );
});
