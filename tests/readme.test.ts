import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { project, root } from './verify/command.ts';

const readme = readFileSync(`${root}/README.md`, 'utf8');
const { scripts } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { scripts: Record<string, string> };

describe('the README', () => {
  it('shows a lesson that is proven as it stands', async () => {
    const lesson = /^````mdx\n([\s\S]*?)^````$/m.exec(readme)?.[1] ?? '';
    const { run } = project({ 'content/a.mdx': lesson });
    const { out, code } = await run([]);
    expect(out).toContain('1 example: 1 verified; 1 value: 1 verified');
    expect(code).toBe(0);
  });

  it('names no command that does not exist', () => {
    const named = [...readme.matchAll(/npm (?:run ([a-z:-]+)|(start|test))\b/g)].map(
      ([, name, short]) => name ?? short ?? '',
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
