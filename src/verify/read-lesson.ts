import type { Diagnostic } from '../core/diagnostic.ts';
import { type ExtractedExamples, extractExamples } from '../examples/extract-examples.ts';
import { checkFrontMatter, type PageKind } from '../examples/front-matter.ts';
import type { Lesson } from './lesson.ts';
import { parseMarkdown } from './parse-markdown.ts';

/**
 * Reads one file's examples: MDX is ours and read strictly, Markdown is anybody's. What is wrong with the file is in
 * its diagnostics; nothing is thrown for it.
 */
export function readLesson(file: string, text: string): Lesson {
  const dialect = file.endsWith('.mdx') ? 'lesson' : 'guide';
  const parsed = parseMarkdown(file, text);
  if ('diagnostic' in parsed) return { file, text, extracted: { ...nothing, diagnostics: [parsed.diagnostic] } };
  const extracted = extractExamples(parsed.tree, text, file, dialect);
  const kind = pageKind(file);
  const page = kind ? [...checkFrontMatter(text, file, kind).diagnostics, ...unnamed(extracted)] : [];
  return { file, text, extracted: { ...extracted, diagnostics: [...page, ...extracted.diagnostics] } };
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

const nothing: ExtractedExamples = {
  examples: [],
  values: [],
  rules: [],
  orphans: [],
  otherFences: 0,
  hidden: [],
  diagnostics: [],
};
