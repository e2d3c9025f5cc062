import { dirname } from 'node:path';
import type { Root } from 'mdast';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { sourceText, withoutByteOrderMark } from '../../core/source-text.ts';
import { extractExamples } from '../../examples/extract/extract-examples.ts';
import { type ExtractedExamples, nothingExtracted } from '../../examples/extracted-examples.ts';
import { checkFrontMatter, type PageKind } from '../../examples/front-matter.ts';
import { extractNotebook } from '../../examples/notebooks/extract-notebook.ts';
import { type ExtractedExercises, extractExercises } from '../../exercises/extract-exercises.ts';
import { readQuestions } from '../../exercises/questions/read-questions.ts';
import { readTeaching } from '../../exercises/questions/read-teaching.ts';
import { type Configuration, defaultConfiguration } from '../configuration/configuration.ts';
import { findHidden } from './hidden-characters.ts';
import { dialectOf, isNotebook, type Lesson } from './lesson.ts';
import { isUnclosed } from './mdx-faults.ts';
import { findOpenFences } from './open-fences.ts';
import { readReferences } from './page-references.ts';
import { parseAsMarkdown, parseMarkdown } from './parse-markdown.ts';
import { readFormulas, untiedFormulas } from './read-formulas.ts';
import { findTooDeep } from './too-deep.ts';

/**
 * Reads one file's examples. MDX of this project is read strictly as a lesson; Markdown, and MDX from elsewhere, is read
 * as a guide, and so is a notebook. Mistakes in the file become diagnostics and are not thrown.
 */
export function readLesson(
  file: string,
  source: string,
  { isOurs = true, configuration = defaultConfiguration(dirname(file)) }: ReadingOptions = {},
): Lesson {
  const text = withoutByteOrderMark(source);
  const mark = source.slice(0, source.length - text.length);
  const dialect = dialectOf(file, isOurs);
  const read = { file, text, mark, dialect, configuration };
  if (isNotebook(file)) {
    const extracted = extractNotebook(file, text, configuration);
    return { ...read, extracted: { ...extracted, exercises: [], statements: [] } };
  }
  const deep = findTooDeep(file, text);
  if (deep) return unreadLesson(file, deep, { text, dialect, configuration });
  const parsed = parseMarkdown(file, text);
  if (dialect === 'guide') {
    // MDX of another site may have syntax of its own: its fences are read nevertheless.
    const tree = 'tree' in parsed ? parsed.tree : parseAsMarkdown(text);
    const extracted = extractExamples({ tree, text, file }, dialect, configuration);
    const warnings = 'tree' in parsed ? extracted.warnings : [noMdx(parsed.diagnostic), ...extracted.warnings];
    return { ...read, extracted: { ...extracted, warnings, exercises: [], statements: [] } };
  }
  if ('diagnostic' in parsed) {
    const lesson = unreadLesson(file, parsed.diagnostic, { text, dialect, configuration });
    const { references, diagnostics } = readRest(parsed.rest, text, file);
    const faults = [...lesson.extracted.diagnostics, ...parsed.others];
    // Behind a formula or a fence without an end, the rest is read in the wrong way.
    const first = faults.find(isUnclosed)?.place.line ?? Number.POSITIVE_INFINITY;
    const isOwn = ({ rule, place }: Diagnostic) => place.line < first || !/^(?:formula|fence)\//.test(rule);
    const all = [...faults, ...diagnostics.filter(isOwn)];
    return { ...lesson, extracted: { ...lesson.extracted, ...references, diagnostics: all } };
  }
  const extracted = extractExamples({ tree: parsed.tree, text, file }, dialect);
  const { teaching, exercises, statements, references, diagnostics } = readPage(parsed.tree, text, { file, extracted });
  const all = [...diagnostics, ...extracted.diagnostics];
  return { ...read, extracted: { ...extracted, teaching, exercises, statements, ...references, diagnostics: all } };
}

/** The front matter of a page that is no MDX somewhere, and the references in the rest of it. */
function readRest(rest: Root | undefined, text: string, file: string) {
  const kind = pageKind(file);
  if (!kind) return { diagnostics: [] };
  const front = checkFrontMatter(text, file, kind);
  const source = sourceText(file, text);
  const diagnostics = [...front.diagnostics, ...findHidden(source), ...findOpenFences(source)];
  if (!rest) return { diagnostics };
  const refers = readReferences(rest, source);
  return { references: { references: refers.references }, diagnostics: [...diagnostics, ...refers.diagnostics] };
}

function noMdx(diagnostic: Diagnostic): Diagnostic {
  const message = `The file is no MDX: ${diagnostic.message.split('\n')[0]?.replace(/\.?$/, '.')}`;
  return { ...diagnostic, message, hint: 'It is read as Markdown.' };
}

interface ReadingOptions {
  /** Whether the file is in this project; so by default. */
  readonly isOurs?: boolean;
  readonly configuration?: Configuration;
}

/** The parts of a page besides its examples: its objectives, questions, exercises, and their faults. */
function readPage(tree: Root, text: string, { file, extracted }: Page) {
  const kind = pageKind(file);
  const source = sourceText(file, text);
  const { frontMatter, diagnostics } = checkFrontMatter(text, file, kind ?? 'guide');
  const objectives = frontMatter?.objectives && Object.keys(frontMatter.objectives);
  const { examples } = extracted;
  const questions = readQuestions(tree, { file, examples, objectives });
  const found = extractExercises(tree, text, { file, objectives });
  const refers = kind && readReferences(tree, source);
  const formulas = readFormulas(extracted.formulas, source);
  const page = kind
    ? [
        ...diagnostics,
        ...misplaced(file, frontMatter?.order),
        ...findHidden(source),
        ...findOpenFences(source),
        ...unnamed(extracted),
        ...unchecked(found),
        ...untiedFormulas(tree, file, extracted.formulas),
      ]
    : [];
  return {
    teaching: readTeaching(tree, questions, { file, text, examples, objectives: objectives ?? [] }),
    exercises: found.exercises,
    statements: formulas.statements,
    references: refers ? { references: refers.references } : {},
    diagnostics: [
      ...page,
      ...questions.diagnostics,
      ...found.diagnostics,
      ...formulas.diagnostics,
      ...(refers?.diagnostics ?? []),
    ],
  };
}

interface Page {
  readonly file: string;
  readonly extracted: ExtractedExamples;
}

/** A file that cannot be read, with the reason. */
export function unreadLesson(
  file: string,
  diagnostic: Diagnostic,
  { text = '', ...settings }: { readonly text?: string } & Pick<Lesson, 'dialect' | 'configuration'>,
): Lesson {
  return {
    file,
    text,
    mark: '',
    ...settings,
    extracted: { ...nothingExtracted, exercises: [], statements: [], diagnostics: [diagnostic] },
  };
}

/** The pages of the site have front matter and named examples; other MDX files need neither. */
function pageKind(file: string): PageKind | undefined {
  const folder = /(?:^|\/)(guide|reference)\/[^/]+\.mdx$/.exec(file)?.[1];
  return folder === 'guide' || folder === 'reference' ? folder : undefined;
}

/** The number of a lesson's file is its place in the guide. */
function misplaced(file: string, order: number | undefined): Diagnostic[] {
  const number = Number(/\/guide\/(\d+)-[^/]+$/.exec(file)?.[1] ?? order);
  if (number === order || order === undefined) return [];
  const message = `The \`order\` is ${order}, and the file has the number ${number}.`;
  const hint = `Write \`order: ${number}\`, or rename the file.`;
  return [{ rule: 'front-matter/order', place: { file, line: 1, column: 1 }, message, hint }];
}

/** Every exercise of the site has a check. */
function unchecked({ withoutCheck }: ExtractedExercises): Diagnostic[] {
  return withoutCheck.map(({ number, place }) => ({
    rule: 'exercise/check',
    place,
    message: `Exercise ${number} has no check.`,
    hint: 'Give it a name, and fences `starter`, `check`, `solution`, `alternative=…` and `wrong=…`: see CONTRIBUTING.md.',
  }));
}

/** Every example of the site must have a name, so that reports, values and links to it are stable. */
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
