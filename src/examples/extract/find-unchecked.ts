import type { SourceText } from '../../core/source-text.ts';
import type { Span } from '../example.ts';
import { holdsPrompt, languageKind, looksLikePython, sessionReason } from './fence-language.ts';

/** Python in a file that is not run: the offset of its first character, and the reason. */
export interface UncheckedAt {
  readonly offset: number;
  readonly reason: string;
}

/** Spans of a source text by their kind, from the Markdown parser. */
export interface ReadStretches {
  /** Fences, and whether their content is Markdown, as in MyST's `{tip}`. */
  readonly fences: readonly { readonly span: Span; readonly language: string; readonly holdsMarkdown: boolean }[];
  /** Code that is indented by four columns. */
  readonly indented: readonly Span[];
  /** Raw HTML, MDX expressions and module code. */
  readonly raw: readonly Span[];
  /** `code` in a sentence. */
  readonly inline: readonly Span[];
}

const fenceOpening = /^(?:[ \t>\u00a0\u200b\ufeff]|[-*+:][ \t]|\d+[.)][ \t])*((`{3,}|~{3,})[ \t]*(\S*)[ \t]*(.*))$/;
const invisible = /[\u00a0\u200b\ufeff]/;
const element =
  /<(?:pre|code|CodeBlock|Code|Highlight|SyntaxHighlighter)\b[^<>]*?\b(?:i?python3?|py)\b|<script\b[^<>]*\btype=["']?[\w/-]*\b(?:python|m?py)\b|<py-\w+/i;
const templateTag = /\{[%{][-<%]?\s*(?:highlight|code-?block|code|prism)\s+[^%}]*?\b(?:i?python3?|py)\b/i;
const directive =
  /^\s*\.\. (?:code|code-block|sourcecode|ipython|plot|testcode|doctest|jupyter-execute)::\s*(?:i?python.*|py\w*)?\s*$/;

interface Line {
  readonly text: string;
  /** Its offset in the file. */
  readonly start: number;
}

/**
 * Finds Python outside of fences, line by line. Text, raw HTML and indented code are not run, which the verifier reports.
 */
export function findUnchecked(source: SourceText, read: ReadStretches): UncheckedAt[] {
  const fences = [...read.fences].sort((a, b) => a.span.start - b.span.start);
  const found: UncheckedAt[] = [];
  let next = 0;
  let end = 0;
  for (let offset = 0, line = 1; offset < source.text.length; offset = source.lineStart(++line)) {
    while (fences[next] && (fences[next]?.span.end ?? 0) <= offset) next++;
    if (offset < end) continue;
    const text = source.line(line);
    const fence = fences[next];
    const inFence = fence !== undefined && fence.span.start < offset + text.length && offset < fence.span.end;
    const opens = inFence && offset <= fence.span.start;
    if (inFence && (opens || !fence.holdsMarkdown)) continue;
    const one = lookAt({ text, start: offset }, read, inFence ? fence.language : undefined);
    if (!one) continue;
    found.push(one.unchecked);
    end = one.fence ? endOfFence(source, line, one.fence) : endOfParagraph(source, line);
  }
  return [...found, ...unlabelled(source, read, found), ...inSentences(source, read)].sort(
    (a, b) => a.offset - b.offset,
  );
}

/** Looks at a line, of which it is known where it starts. @param container the language of the fence that it is in */
function lookAt({ text, start: lineStart }: Line, read: ReadStretches, container: string | undefined) {
  const opening = fenceOpening.exec(text);
  const [, whole = '', run = '', language = '', meta = ''] = opening ?? [];
  if (opening && !(run.startsWith('`') && `${language}${meta}`.includes('`'))) {
    const kind = languageKind({ language: language.toLowerCase(), meta });
    const offset = lineStart + text.length - whole.length;
    const isHidden = invisible.test(text.slice(0, text.length - whole.length));
    const reason = isHidden ? 'an invisible character before it makes it text' : whereReason(offset, read, container);
    if (kind.is !== 'other') return { unchecked: { offset, reason }, fence: run };
  }
  if (holdsPrompt(text)) {
    return { unchecked: { offset: lineStart + text.indexOf('>>>'), reason: sessionReason } };
  }
  const match = element.exec(text) ?? templateTag.exec(text) ?? directive.exec(text);
  if (!match || read.inline.some((span) => within(lineStart + match.index, span))) return undefined;
  const reason = 'it is markup of another kind: only Markdown fences are run';
  return { unchecked: { offset: lineStart + match.index, reason } };
}

function whereReason(offset: number, { raw }: ReadStretches, container: string | undefined): string {
  if (container !== undefined) return `it is inside a \`${container}\` fence, whose text is not read yet`;
  if (raw.some((span) => within(offset, span))) return 'it is in a comment, a string or raw HTML';
  return 'it is indented by four columns or more, or continues a paragraph: Markdown shows it as text';
}

/** Indented code without a language that is surely Python. */
function unlabelled({ text }: SourceText, { indented }: ReadStretches, found: readonly UncheckedAt[]): UncheckedAt[] {
  return indented
    .filter((span) => !found.some(({ offset }) => within(offset, span)))
    .filter(({ start, end }) => looksLikePython(text.slice(start, end).replace(/^[ \t>]{1,}/gm, '')))
    .map(({ start }) => ({
      offset: start,
      reason: 'it is indented code without a language: put it in a `python` fence',
    }));
}

/** Code in sentences whose value takes its place on the page: `` `{python} x` `` of Quarto and `` {eval}`x` `` of MyST. */
function inSentences({ text }: SourceText, { inline }: ReadStretches): UncheckedAt[] {
  const isRun = ({ start, end }: Span) =>
    /^`+ ?\{(?:python3?|py)\}\s+\S/.test(text.slice(start, end)) ||
    text.slice(Math.max(0, start - 6), start) === '{eval}';
  return inline.filter(isRun).map(({ start }) => ({
    offset: start,
    reason: 'it is code in a sentence, whose value is not checked: only fences are run',
  }));
}

function within(offset: number, { start, end }: Span): boolean {
  return start <= offset && offset < end;
}

function endOfFence(source: SourceText, line: number, run: string): number {
  const limit = 10_000;
  for (let i = line + 1; i < line + limit && source.lineStart(i) < source.text.length; i++) {
    const closing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(source.line(i))?.[1] ?? '';
    if (closing.length >= run.length && closing[0] === run[0]) return source.lineStart(i + 1);
  }
  return source.lineStart(line + 1);
}

function endOfParagraph(source: SourceText, line: number): number {
  let i = line + 1;
  while (source.lineStart(i) < source.text.length && source.line(i).trim() !== '') i++;
  return source.lineStart(i);
}
