import type { Diagnostic } from '../core/diagnostic.ts';
import { type ExtractedExamples, extractExamples } from '../examples/extract-examples.ts';
import { checkFrontMatter } from '../examples/front-matter.ts';
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
  const page = isGuidePage(file) ? [...checkFrontMatter(text, file).diagnostics, ...unnamed(extracted)] : [];
  return { file, text, extracted: { ...extracted, diagnostics: [...page, ...extracted.diagnostics] } };
}

/** The lessons of the guide carry front matter; other MDX files need none. */
function isGuidePage(file: string): boolean {
  return /(?:^|\/)guide\/[^/]+\.mdx$/.test(file);
}

/** In the guide every example has a name: reports, values, links and the page's address of it are then stable. */
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
