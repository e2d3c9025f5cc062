import { lineChanges, linesOf } from '../../examples/compare/compare.ts';
import { keepPlaceholders } from '../../examples/compare/placeholders.ts';
import type { Example, Fence, ProseValue, Span } from '../../examples/example.ts';

/** A replacement of a part of a text. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Applies edits, which must not overlap; everything else is unchanged, byte by byte. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => b.span.start - a.span.start);
  return sorted.reduce(
    (result, { span, text: insert }) => result.slice(0, span.start) + insert + result.slice(span.end),
    text,
  );
}

/**
 * The edits that make an output fence hold `printed`, whose lines end in `\n`: indentation, line ends and placeholders
 * stay; a fence is lengthened if the new output contains its run of backticks.
 */
export function outputEdits(output: Fence, printed: string, source: string): Edit[] {
  const lines = linesWithPlaceholders(linesOf(output.text), linesOf(printed));
  const { blankLine = '' } = output;
  const written = lines.map((line) => (line === '' ? blankLine : line));
  const content = render(written, output.prefix, lineEndAfter(output.span.start, source));
  return [{ span: output.content, text: content }, ...longerRuns(output, printed, source)];
}

/** The printed lines, with the placeholders of the lines of the page that they replace. */
function linesWithPlaceholders(before: readonly string[], printed: readonly string[]): string[] {
  let removed: readonly string[] = [];
  let [next, at] = [0, 0];
  return lineChanges(before, printed).flatMap(({ removed: isRemoved, added, count }) => {
    if (isRemoved) {
      removed = before.slice(next, next + count);
      next += count;
      return [];
    }
    const found = printed.slice(at, at + count);
    at += count;
    const own = added ? removed : before.slice(next, next + count);
    if (!added) next += count;
    removed = [];
    return found.map((line, i) => keepPlaceholders(own[i] ?? '', line));
  });
}

/** The edit that adds an output fence after an example that prints and has none. */
export function newOutputEdit({ code }: Example, printed: string, source: string): Edit {
  const end = lineEndAfter(code.span.start, source);
  const run = runFor('```', printed);
  const fence = render([`${run}output`, ...linesOf(printed)], code.prefix, end);
  return {
    span: { start: code.span.end, end: code.span.end },
    text: `${end}${code.prefix.trimEnd()}${end}${fence}${code.prefix}${run}`,
  };
}

/** The edit that sets the text of a value to `text`, with the characters that begin code in MDX written as references. */
export function valueEdit({ span }: ProseValue, text: string): Edit {
  const safe = text.replace(/[&<>{}]/g, (character) => `&#${character.charCodeAt(0)};`);
  return { span, text: safe };
}

function render(lines: readonly string[], prefix: string, end: string): string {
  return lines.map((line) => `${line === '' ? prefix.trimEnd() : prefix + line}${end}`).join('');
}

/** The line end of the line of an offset: a file may have several. */
function lineEndAfter(offset: number, source: string): string {
  return /\r\n|\n|\r/.exec(source.slice(offset))?.[0] ?? '\n';
}

function longerRuns({ span, content }: Fence, printed: string, source: string): Edit[] {
  const opening = /^(`+|~+)/.exec(source.slice(span.start))?.[0];
  // The output of an interactive session is no fence of its own.
  if (opening === undefined) return [];
  const needed = runFor(opening, printed);
  if (needed === opening) return [];
  const closing = source.slice(content.end, span.end);
  const at = content.end + closing.search(/[`~]/);
  return [
    { span: { start: span.start, end: span.start + opening.length }, text: needed },
    { span: { start: at, end: span.end }, text: needed },
  ];
}

/** A run of the same character as `run`, longer than every run of it at the start of a line of `text`. */
function runFor(run: string, text: string): string {
  const character = run[0] ?? '`';
  const runs = linesOf(text).map((line) => new RegExp(`^ {0,3}(${character}{3,})`).exec(line)?.[1]?.length ?? 0);
  return character.repeat(
    Math.max(run.length, ...runs.map((length) => length + 1).filter((length) => length > run.length)),
  );
}
