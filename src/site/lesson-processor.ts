import { createHash } from 'node:crypto';
import { join, relative, sep } from 'node:path';
import { rehypeHeadingIds, unified } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import { hrefUnder } from '../core/href-under.ts';
import { rehypeCodeBlocks } from '../markdown/rehype-code-blocks.ts';
import { rehypeContents } from '../markdown/rehype-contents.ts';
import { rehypeCurlyQuotes } from '../markdown/rehype-curly-quotes.ts';
import { rehypeFormulaBoxes } from '../markdown/rehype-formula-boxes.ts';
import { rehypeFormulaErrors } from '../markdown/rehype-formula-errors.ts';
import { rehypeHeadingLinks } from '../markdown/rehype-heading-links.ts';
import { rehypeHighlight } from '../markdown/rehype-highlight.ts';
import { rehypeInlineCode } from '../markdown/rehype-inline-code.ts';
import { rehypeInternalLinks } from '../markdown/rehype-internal-links.ts';
import { rehypeSymbols } from '../markdown/rehype-symbols.ts';
import { rehypeTables } from '../markdown/rehype-tables.ts';
import { rehypeVarying } from '../markdown/rehype-varying.ts';
import { remarkExamples } from '../markdown/remark-examples.ts';
import { remarkExercises } from '../markdown/remark-exercises.ts';
import { remarkFigures } from '../markdown/remark-figures.ts';
import { remarkPlaces } from '../markdown/remark-places.ts';
import { remarkQuestions } from '../markdown/remark-questions.ts';
import { reportReader } from '../markdown/report-reader.ts';
import { lessonSyntax } from '../markdown/syntax.ts';
import { glossarySymbols } from './glossary-symbols.ts';

export interface LessonProcessorOptions {
  /** The project's folder. */
  readonly root: string;
  /** The base path of the site. */
  readonly base: string;
  /** The verifier's report. */
  readonly reportPath: string;
}

/** Astro's Markdown processor with the plugins that turn a lesson into a page, in their order. */
export function lessonProcessor({ root, base, reportPath }: LessonProcessorOptions) {
  const fileName = (path: string) => relative(root, path).split(sep).join('/');
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const reported = { report: reportReader(reportPath), hash, fileName };
  return unified({
    // GitHub's extensions are part of `lessonSyntax`.
    gfm: false,
    smartypants: false,
    remarkPlugins: [
      ...lessonSyntax,
      [remarkExamples, reported],
      [remarkExercises, reported],
      remarkQuestions,
      remarkFigures,
      [remarkPlaces, { fileName }],
    ],
    rehypePlugins: [
      [rehypeKatex, { strict: 'error' }],
      [rehypeFormulaErrors, { fileName }],
      rehypeFormulaBoxes,
      [rehypeSymbols, { symbols: glossarySymbols(join(root, 'content/glossary.yaml')) }],
      rehypeHighlight,
      rehypeVarying,
      rehypeCodeBlocks,
      rehypeInlineCode,
      rehypeTables,
      rehypeCurlyQuotes,
      [rehypeInternalLinks, { href: hrefUnder(base) }],
      rehypeHeadingIds,
      rehypeContents,
      rehypeHeadingLinks,
    ],
  });
}
