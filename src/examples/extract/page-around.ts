interface Heading {
  readonly level: number;
  readonly text: string;
}

/** A line that is in no fence: text, a heading, or the opening of a fence. */
interface OuterLine {
  readonly line: string;
  readonly heading?: Heading;
  readonly isOpening?: true;
}

function* linesOutsideFences(text: string): Generator<OuterLine> {
  let fence: string | undefined;
  for (const line of text.split('\n')) {
    const run = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1];
    if (run !== undefined) {
      if (fence === undefined) {
        fence = run;
        yield { line, isOpening: true };
      } else if (run.startsWith(fence)) fence = undefined;
      continue;
    }
    if (fence !== undefined) continue;
    const [, marks, words = ''] = /^[ >]*(#{1,6})[ \t]+(.*)$/.exec(line) ?? [];
    yield marks === undefined ? { line } : { line, heading: { level: marks.length, text: words } };
  }
}

function stackAbove(page: string, offset: number): Heading[] {
  const stack: Heading[] = [];
  for (const { heading } of linesOutsideFences(page.slice(0, offset))) {
    if (!heading) continue;
    while ((stack.at(-1)?.level ?? 0) >= heading.level) stack.pop();
    stack.push(heading);
  }
  return stack;
}

/** The headings that an offset of a page stands under, the outermost first. Lines of fences are no headings. */
export function headingsAbove(page: string, offset: number): string[] {
  return stackAbove(page, offset).map(({ text }) => text);
}

/**
 * The text outside of fences from an offset to the end of its section, with the sections in it, or to the next Python: what
 * is below that is about that.
 */
export function sectionBelow(page: string, offset: number): string {
  const own = stackAbove(page, offset).at(-1)?.level ?? 0;
  const lines: string[] = [];
  // The offset may be the end of a closing fence: the rest of its line is no text.
  for (const { line, heading, isOpening } of linesOutsideFences(page.slice(offset).replace(/^[^\n]*/, ''))) {
    if ((heading && heading.level <= own) || (isOpening && /^[ \t>]*[`~]{3,}[ \t{.]*py/i.test(line))) break;
    if (!isOpening) lines.push(line);
  }
  return lines.join('\n');
}

/** The lines with text right before an offset, up to a blank line, a fence or a heading. */
export function paragraphBefore(page: string, offset: number): string {
  const lines: string[] = [];
  for (const line of linesUpwards(page, offset)) {
    if (endsParagraph(line)) break;
    lines.unshift(line);
  }
  return lines.join('\n');
}

/** The same, with the fences passed over that stand before the offset without a text between. */
export function paragraphAbove(page: string, offset: number): string {
  return lastParagraph(withoutFencesAtTheEnd(linesBefore(page, offset)));
}

/** The lines with text below an offset, which ends a fence: after it, or after the one fence that follows it. */
export function paragraphBelow(page: string, offset: number): string {
  const rest = page.slice(offset).replace(/^[^\n]*\n?/, '');
  return /^\s*((?:[^\n]*\S[^\n]*\n?)*)/.exec(rest.replace(fenceAtTheStart, ''))?.[1] ?? '';
}

const fenceAtTheStart = /^\s*(`{3,}|~{3,})[^\n]*\n(?:[^\n]*\n)*?[ \t>]*\1[`~]*[ \t]*(?:\n|$)/;

function lastParagraph(lines: readonly string[]): string {
  return lines.slice(lines.findLastIndex(endsParagraph) + 1).join('\n');
}

function endsParagraph(line: string): boolean {
  return line.trim() === '' || /^[ \t>]*(?:`{3,}|~{3,}|#{1,6} )/.test(line);
}

/** The line right before an offset. */
export function lineBefore(page: string, offset: number): string {
  return linesUpwards(page, offset).next().value ?? '';
}

/** The lines before an offset, the last with text first: this is asked for each block of a page, which may have thousands. */
function* linesUpwards(page: string, offset: number): Generator<string, undefined> {
  let end = page.lastIndexOf('\n', offset - 1) + 1;
  while (end > 0 && /\s/.test(page[end - 1] ?? '')) end -= 1;
  while (end >= 0) {
    const start = end === 0 ? 0 : page.lastIndexOf('\n', end - 1) + 1;
    yield page.slice(start, end);
    end = start - 1;
  }
  return undefined;
}

function linesBefore(page: string, offset: number): string[] {
  return page
    .slice(0, page.lastIndexOf('\n', offset - 1) + 1)
    .trimEnd()
    .split('\n');
}

function withoutFencesAtTheEnd(lines: readonly string[]): readonly string[] {
  const run = /^[ \t>]*(`{3,}|~{3,})\s*$/.exec(lines.at(-1) ?? '')?.[1];
  if (run === undefined) return lines;
  const opening = lines.slice(0, -1).findLastIndex((line) => line.trimStart().startsWith(run));
  if (opening < 0) return lines;
  const before = lines.slice(0, opening);
  while (before.at(-1)?.trim() === '') before.pop();
  return withoutFencesAtTheEnd(before);
}

const exercise =
  /(?<!\p{L})(?:exerci[sc]es?|challenges?|homework|assignments?|übung(?:en)?|aufgaben?|ejercicios?|exercícios?|exercices?|esercizi(?:o)?|упражнени[ея]|задани[ея]|вправи|завдання|mashqlar|mashq|alıştırma(?:lar)?|egzersiz(?:ler)?)(?!\p{L})|练习|練習|연습|تمرین|تمارين/iu;

/** Whether an offset is in a section whose heading, or that of one around it, says that it has exercises. */
export function isInExercises(page: string, offset: number): boolean {
  return headingsAbove(page, offset).some((heading) => exercise.test(heading));
}
