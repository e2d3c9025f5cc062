import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseFrontmatter, type RemarkPlugins, unified } from '@astrojs/markdown-remark';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { expect, it } from 'vitest';
import { extractExamples } from '../../src/examples/extract/extract-examples.ts';
import type { ExtractedExamples } from '../../src/examples/extracted-examples.ts';
import { remarkExamples } from '../../src/markdown/remark-examples.ts';
import { lessonProcessor } from '../../src/site/lesson-processor.ts';
import { findLessons } from '../../src/verify/files/find-lessons.ts';
import { readLesson } from '../../src/verify/read/read-lesson.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { options } = lessonProcessor({ root, base: '/', reportPath: 'no-report' });

/** What the site's own processor hands to its plugin for examples. */
async function foundBySite(file: string, source: string): Promise<ExtractedExamples> {
  let extracted: ExtractedExamples | undefined;
  const capture = () => (tree: Root, page: VFile) => {
    extracted = extractExamples({ tree, text: String(page), file }, 'lesson');
  };
  const at = options.remarkPlugins.findIndex((plugin) => Array.isArray(plugin) && plugin[0] === remarkExamples);
  expect(at).toBeGreaterThan(0);
  const remarkPlugins: RemarkPlugins = [...options.remarkPlugins.slice(0, at), capture];
  const renderer = await unified({ ...options, remarkPlugins, rehypePlugins: [] }).createMdxRenderer?.(
    { syntaxHighlight: false },
    { optimize: false },
  );
  // As `@astrojs/mdx` does it.
  const { content, frontmatter } = parseFrontmatter(source, { frontmatter: 'empty-with-spaces' });
  await renderer?.process(content, join(root, file), frontmatter);
  if (!extracted) throw new Error(`${file} was not processed.`);
  return extracted;
}

const lessons = findLessons(['content'], root)
  .map(({ file }) => file)
  .filter((file) => file.endsWith('.mdx'));

/** What both must agree on; the rest follows from it. */
const pick = ({ examples, values, rules, orphans, otherFences, diagnostics }: ExtractedExamples) => ({
  examples,
  values,
  rules,
  orphans,
  otherFences,
  diagnostics,
});
const found = lessons.map((file) => {
  const source = readFileSync(join(root, file), 'utf8');
  return { file, source, verifier: pick(readLesson(file, source).extracted) };
});

it('is given pages with examples, values and rules', () => {
  const sum = (key: 'examples' | 'values' | 'rules') =>
    found.reduce((count, { verifier }) => count + verifier[key].length, 0);
  expect(sum('examples')).toBeGreaterThan(50);
  expect(sum('values')).toBeGreaterThan(20);
  expect(sum('rules')).toBeGreaterThan(5);
});

it.each(found)('the verifier and the site find the same in $file', async ({ file, source, verifier }) => {
  expect(pick(await foundBySite(file, source))).toEqual(verifier);
});
