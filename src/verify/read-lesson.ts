import type { Root } from 'mdast';
import type { Diagnostic } from '../core/diagnostic.ts';
import { withoutByteOrderMark } from '../core/source-text.ts';
import { type ExtractedExamples, extractExamples, nothingExtracted } from '../examples/extract-examples.ts';
import { checkFrontMatter, type PageKind } from '../examples/front-matter.ts';
import { readQuestions } from '../exercises/questions/read-questions.ts';
import type { Lesson } from './lesson.ts';
import { isMdx, parseMarkdown } from './parse-markdown.ts';

/**
 * Reads one file's examples. MDX of this project is read strictly; Markdown, and MDX from elsewhere, is anybody's. What is
 * wrong with the file is in its diagnostics; nothing is thrown for it.
 *
 * @param isOurs whether the file lies in this project
 */
export function readLesson(file: string, source: string, isOurs = true): Lesson {
  const text = withoutByteOrderMark(source);
  const mark = source.slice(0, source.length - text.length);
  const dialect = isOurs && isMdx(file) ? 'lesson' : 'guide';
  const parsed = parseMarkdown(file, text);
  if ('diagnostic' in parsed) return unreadLesson(file, parsed.diagnostic, text);
  const extracted = extractExamples({ tree: parsed.tree, text, file }, dialect);
  const page = dialect === 'lesson' ? checkPage(parsed.tree, text, { file, extracted }) : [];
  return { file, text, mark, extracted: { ...extracted, diagnostics: [...page, ...extracted.diagnostics] } };
}

/** What is wrong with a page of the site beyond its examples: its front matter, its names, its questions. */
function checkPage(tree: Root, text: string, { file, extracted }: Page): Diagnostic[] {
  const kind = pageKind(file);
  const { frontMatter, diagnostics } = checkFrontMatter(text, file, kind ?? 'guide');
  const objectives = frontMatter?.objectives && Object.keys(frontMatter.objectives);
  const questions = readQuestions(tree, { file, examples: extracted.examples, objectives });
  return [...(kind ? [...diagnostics, ...unnamed(extracted)] : []), ...questions.diagnostics];
}

interface Page {
  readonly file: string;
  readonly extracted: ExtractedExamples;
}

/** A file of which nothing can be read, and why. */
export function unreadLesson(file: string, diagnostic: Diagnostic, text = ''): Lesson {
  return { file, text, mark: '', extracted: { ...nothingExtracted, diagnostics: [diagnostic] } };
}

/** The pages of the site carry front matter and name their examples; other MDX files need not. */
function pageKind(file: string): PageKind | undefined {
  const folder = /(?:^|\/)(guide|reference)\/[^/]+\.mdx$/.exec(file)?.[1];
  return folder === 'guide' || folder === 'reference' ? folder : undefined;
}

/** Every example of the site has a name: reports, values, links and the page's address of it are then stable. */
function unnamed({ examples }: ExtractedExamples): Diagnostic[] {
  return examples
    .filter(({ options }) => options.name === undefined)
    .map(({ code }) => ({
      rule: 'option/name',
      place: code.place,
      message: 'This example has no name.',
      hint: 'Write ```python name=what-it-shows```, a name that no other example of the file has.',
    }));
}
