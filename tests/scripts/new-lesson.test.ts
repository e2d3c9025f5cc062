import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { newLesson } from '../../scripts/new-lesson.ts';
import { project, root } from '../verify/command.ts';

describe('npm run new lesson', () => {
  const { cwd, path, run } = project({});
  let file: string;
  beforeAll(() => {
    for (const one of ['guide', 'teaching.yaml'])
      cpSync(join(root, 'content', one), path(`content/${one}`), { recursive: true });
    file = newLesson('Áreas & “sums”: a "test"', cwd);
  });

  it('comes after the last lesson, under the words of its title', () => {
    expect(file).toBe('content/guide/10-areas-sums-a-test.mdx');
    expect(readFileSync(path(file), 'utf8')).toMatch(/^---\ntitle: "Áreas & “sums”: a \\"test\\""\n/);
  });

  it('passes once its outputs have been written', async () => {
    expect(await run(['--update', '--yes', file])).toMatchObject({ code: 0 });
    const { code, out } = await run([file]);
    expect(out).toContain('All proven.');
    expect(code).toBe(0);
  });

  it('has notes for teachers, and needs the lesson before', () => {
    const notes = parse(readFileSync(path('content/teaching.yaml'), 'utf8'));
    expect(Object.keys(notes).at(-1)).toBe('areas-sums-a-test');
    expect(notes['areas-sums-a-test'].needs).toEqual(['summary']);
  });

  it.each(['Derivatives', '…'])('refuses the title %s', (title) => {
    expect(() => newLesson(title, cwd)).toThrow(RangeError);
  });
});
