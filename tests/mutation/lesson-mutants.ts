import type { Example, ProseValue } from '../../src/examples/example.ts';
import type { ExtractedExamples } from '../../src/examples/extracted-examples.ts';
import type { Lesson } from '../../src/verify/read/lesson.ts';
import { readLesson } from '../../src/verify/read/read-lesson.ts';
import { codeMutants } from './python-mutants.ts';

/** A lesson with one thing changed, which the verifier should notice. */
export interface Mutant {
  /** `file#example: what was changed`: the name under which a mutant that cannot be seen is listed. */
  readonly name: string;
  readonly lesson: Lesson;
  /** For a change of code alone: the example that has it. */
  readonly changed?: Example;
}

/**
 * A lesson cut into one small lesson a session: its front matter, its examples and the values that name them, as they
 * stand in the file. A change in one session cannot show in another, and small lessons are quick to read and to judge.
 */
export function sessionLessons(lesson: Lesson): Lesson[] {
  const { examples, values } = lesson.extracted;
  const frontMatter = /^---\n[\s\S]*?\n---\n/.exec(lesson.text)?.[0] ?? '';
  return [...new Set(examples.map(({ session }) => session))].map((session) => {
    const members = examples.filter((example) => example.session === session);
    const ids = members.map(({ id }) => id);
    const parts = [
      ...members.map((example) => withoutRole(sliceOf(lesson.text, pair(example)))),
      ...values.filter(({ of }) => ids.includes(of)).map((value) => elementOf(lesson.text, value)),
    ];
    return readLesson(lesson.file, [frontMatter, ...parts].join('\n\n'));
  });
}

/** A block as it is outside of its exercise: a fence of a `solution` is an example as any other. */
function withoutRole(block: string): string {
  return block.replace(/^(`{3,}python) solution /, '$1 ');
}

function elementOf(text: string, { span }: ProseValue): string {
  const end = '</Value>';
  return text.slice(text.lastIndexOf('<Value', span.start), text.indexOf(end, span.end) + end.length);
}

function sliceOf(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(start, end);
}

/** Every mutant of a lesson. */
export function mutantsOf(lesson: Lesson): Mutant[] {
  return [...outputMutants(lesson), ...valueMutants(lesson), ...codeMutantsOf(lesson), ...textMutants(lesson)];
}

/** Each digit and sign of each expected output changed, and each of its lines removed. */
function outputMutants(lesson: Lesson): Mutant[] {
  return lesson.extracted.examples.flatMap((example) => {
    const { output } = example;
    if (!output) return [];
    return [...changedTexts(output.text), ...removedLines(output.text)].map(({ text, change }) => ({
      name: `${lesson.file}#${example.id}: output, ${change}`,
      lesson: withExample(lesson, example, { ...example, output: { ...output, text } }),
    }));
  });
}

function valueMutants(lesson: Lesson): Mutant[] {
  return lesson.extracted.values.flatMap((value) => {
    const changed = changedTexts(value.text);
    const texts = changed.length > 0 ? changed : [{ text: `${value.text}s`, change: 'another word' }];
    return texts.map(({ text, change }) => ({
      name: `${lesson.file}#${value.of}: value ${value.expr}, ${change}`,
      lesson: withValue(lesson, value, { ...value, text }),
    }));
  });
}

function codeMutantsOf(lesson: Lesson): Mutant[] {
  return lesson.extracted.examples.flatMap((example) =>
    codeMutants(example.code.text).map(({ code, change }) => {
      const changed = { ...example, code: { ...example.code, text: code } };
      return {
        name: `${lesson.file}#${example.id}: ${change}`,
        lesson: withExample(lesson, example, changed),
        changed,
      };
    }),
  );
}

/** Changes of the file's text: an option misspelt or dropped, a fence removed, two neighbours of a session swapped. */
function textMutants(lesson: Lesson): Mutant[] {
  const { examples } = lesson.extracted;
  const edited = (name: string, text: string): Mutant => ({ name, lesson: readLesson(lesson.file, text) });
  const replace = (start: number, end: number, text: string) =>
    lesson.text.slice(0, start) + text + lesson.text.slice(end);
  return examples.flatMap((example) => {
    const { code, output } = example;
    const called = `${lesson.file}#${example.id}`;
    const line = lesson.text.slice(code.span.start, code.content.start);
    const withLine = (text: string) => replace(code.span.start, code.content.start, text);
    const next = examples[examples.indexOf(example) + 1 + nextInSession(example, examples)];
    return [
      ...[...line.matchAll(/ (\w)(\w+)(=(?:"[^"]*"|\S+))/g)].flatMap(([whole, first = '', rest = '', value = '']) => [
        edited(`${called}: option ${first}${rest} misspelt`, withLine(line.replace(whole, ` ${rest}${first}${value}`))),
        edited(`${called}: option ${first}${rest} dropped`, withLine(line.replace(whole, ''))),
      ]),
      edited(`${called}: code removed`, replace(code.span.start, code.span.end, '')),
      ...(output ? [edited(`${called}: output removed`, replace(output.span.start, output.span.end, ''))] : []),
      ...(next ? [edited(`${called}: swapped with ${next.id}`, swapped(lesson.text, example, next))] : []),
    ];
  });
}

function nextInSession(example: Example, examples: readonly Example[]): number {
  const after = examples.slice(examples.indexOf(example) + 1);
  const index = after.findIndex(({ session }) => session === example.session);
  return index < 0 ? examples.length : index;
}

/** The text with two examples, each with its output, in each other's place. */
function swapped(text: string, a: Example, b: Example): string {
  const [first, second] = [pair(a), pair(b)];
  const part = (span: { start: number; end: number }) => sliceOf(text, span);
  const between = text.slice(first.end, second.start);
  return text.slice(0, first.start) + part(second) + between + part(first) + text.slice(second.end);
}

function pair({ code, output }: Example) {
  return { start: code.span.start, end: (output ?? code).span.end };
}

interface ChangedText {
  readonly text: string;
  readonly change: string;
}

/** Each digit replaced by the next, each sign removed. */
function changedTexts(text: string): ChangedText[] {
  return [...text.matchAll(/\d|-(?=\d|\.\d)/g)].map((match) => {
    const [found] = match;
    const replacement = found === '-' ? '' : String((Number(found) + 1) % 10);
    const line = text.slice(0, match.index).split('\n').length;
    const column = match.index - text.lastIndexOf('\n', match.index - 1);
    const changed = text.slice(0, match.index) + replacement + text.slice(match.index + 1);
    return { text: changed, change: `${line}:${column} ${found} → ${replacement || 'nothing'}` };
  });
}

function removedLines(text: string): ChangedText[] {
  const lines = text.split('\n').slice(0, -1);
  return lines.map((_, i) => ({
    text: lines
      .toSpliced(i, 1)
      .map((line) => `${line}\n`)
      .join(''),
    change: `line ${i + 1} removed`,
  }));
}

function withExample(lesson: Lesson, example: Example, changed: Example): Lesson {
  return withExtracted(lesson, { examples: lesson.extracted.examples.map((one) => (one === example ? changed : one)) });
}

function withValue(lesson: Lesson, value: ProseValue, changed: ProseValue): Lesson {
  return withExtracted(lesson, { values: lesson.extracted.values.map((one) => (one === value ? changed : one)) });
}

function withExtracted(lesson: Lesson, changes: Partial<ExtractedExamples>): Lesson {
  return { ...lesson, extracted: { ...lesson.extracted, ...changes } };
}
