import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/**
 * The extensions of Markdown in lessons. `lesson-processor.ts` passes the same list to the site, so that the verifier and
 * the site find the same examples.
 */
export const lessonSyntax = [remarkGfm, remarkMath];

const lesson = unified().use(remarkParse).use(remarkFrontmatter).use(lessonSyntax).use(remarkMdx).freeze();

const guide = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze();

/**
 * Parses MDX as the site does.
 *
 * @throws VFileMessage with line and column where it is not MDX
 */
export function parseLesson(text: string): Root {
  return lesson.parse(text);
}

/** Parses GitHub's Markdown; any text is valid. */
export function parseGuide(text: string): Root {
  return guide.parse(text);
}
