import type { Node, Parent, Root } from 'mdast';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Place } from '../core/place.ts';
import { type SourceText, sourceText, withoutByteOrderMark } from '../core/source-text.ts';
import { checkLessonLanguage } from './check-lesson-language.ts';
import { checkOutput } from './check-output.ts';
import { type DerivativeRule, extractRules } from './derivative-rules.ts';
import { readDoctestFlags } from './doctest-flags.ts';
import type { Example, Fence, ProseValue, Span, Unchecked, Unmarked } from './example.ts';
import { readRole } from './exercise-role.ts';
import { documentSession, type ExtractedExamples } from './extracted-examples.ts';
import { holdsPrompt, infoOf, languageKind, sessionReason } from './fence-language.ts';
import { findUnchecked } from './find-unchecked.ts';
import { parseInfoString } from './info-string.ts';
import { checkElement, type Element, isElement } from './lesson-elements.ts';
import { lonelySessions } from './lonely-sessions.ts';
import { type Block, type Dialect, isPlain, isShell, pairOutputs } from './pair-outputs.ts';
import { readBlock } from './read-block.ts';
import { positionOf, type ReadFence } from './read-fence.ts';
import { readSession } from './read-session.ts';
import { readValue } from './read-value.ts';
import { reasonNotToRun } from './reason-not-to-run.ts';
import { repeatedNames } from './repeated-names.ts';
import { type Step, unmarkedOutputs } from './unmarked-outputs.ts';

export type { Dialect } from './pair-outputs.ts';

/** A file, and the tree that was parsed from its text. */
export interface ParsedFile {
  readonly tree: Root;
  readonly text: string;
  readonly file: string;
}

/**
 * Finds the examples, their expected outputs and the prose values of a parsed file.
 *
 * A *lesson* is a page of this project: an `output` fence comes directly after its example, and anything unknown is an
 * error. A *guide* is any other Markdown or MDX: a paragraph such as `**Expected output:**` announces the output, all
 * fences share one namespace from top to bottom, and anything unknown is ignored with a warning.
 *
 * Offsets do not count a byte order mark, which the parser drops.
 */
export function extractExamples({ tree, text, file }: ParsedFile, dialect: Dialect): ExtractedExamples {
  const reader = new Reader(sourceText(file, withoutByteOrderMark(text)), dialect);
  reader.read(tree);
  return reader.finish();
}

class Reader {
  readonly #source: SourceText;
  readonly #dialect: Dialect;
  readonly #examples: Example[] = [];
  readonly #values: ProseValue[] = [];
  readonly #rules: DerivativeRule[] = [];
  readonly #orphans: Fence[] = [];
  readonly #unchecked: Unchecked[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  readonly #warnings: Diagnostic[] = [];
  readonly #sessions = new Set<ReadFence>();
  readonly #foreign = new Set<string>();
  readonly #steps: Step[] = [];
  readonly #fences: { span: Span; language: string; holdsMarkdown: boolean }[] = [];
  readonly #indented: Span[] = [];
  readonly #raw: Span[] = [];
  readonly #inline: Span[] = [];
  #otherFences = 0;
  #exerciseFences = 0;

  constructor(source: SourceText, dialect: Dialect) {
    this.#source = source;
    this.#dialect = dialect;
  }

  read(node: Node): void {
    if (isElement(node)) this.#readElement(node);
    if (node.type === 'inlineCode') this.#inline.push(spanOf(node));
    if (hidesText(node)) this.#raw.push(spanOf(node));
    if (node.type === 'yaml') this.#fences.push({ span: spanOf(node), language: 'yaml', holdsMarkdown: false });
    if (!('children' in node)) return;
    const { children } = node as Parent;
    this.#readFences(children.map((child) => this.#blockOf(child)));
    for (const child of children) this.read(child);
  }

  finish(): ExtractedExamples {
    const unmarked = unmarkedOutputs(this.#steps);
    // Fences are found one container at a time; they run in document order.
    const examples = this.#examples
      .map((example) => withUnmarked(example, unmarked.get(example.code.span.start)))
      .sort((a, b) => a.code.span.start - b.code.span.start);
    this.#orphans.sort((a, b) => a.span.start - b.span.start);
    const stray = findUnchecked(this.#source, {
      fences: this.#fences,
      indented: this.#indented,
      raw: this.#raw,
      inline: this.#inline,
    });
    const unchecked = [
      ...this.#unchecked,
      ...stray.map(({ offset, reason }) => ({ place: this.#source.placeAt(offset), reason, isFence: false })),
    ].sort((a, b) => a.place.line - b.place.line);
    const named = this.#checkNames(examples);
    return {
      examples: named,
      values: this.#values,
      rules: this.#rules,
      orphans: this.#orphans,
      otherFences: this.#otherFences,
      exerciseFences: this.#exerciseFences,
      unchecked,
      diagnostics: this.#diagnostics,
      warnings: this.#warnings,
    };
  }

  #blockOf(node: Node): Block {
    const { block, step, indented } = readBlock(node, this.#source);
    if (indented) this.#indented.push(indented);
    if (step) {
      const { offset } = positionOf(node).start;
      this.#steps.push({ offset, is: step, place: this.#source.placeAt(offset) });
    }
    return block;
  }

  #readFences(blocks: readonly Block[]): void {
    const marked = new Map(
      blocks.flatMap((block, index) => {
        const reason =
          block.kind === 'fence' ? reasonNotToRun(block.read, blocks[index - 1], this.#dialect) : undefined;
        return block.kind === 'fence' && reason !== undefined ? [[block.read, reason] as const] : [];
      }),
    );
    const sessions = new Set([...marked.keys()].filter((read) => isSession(read, marked.get(read))));
    for (const read of sessions) {
      marked.delete(read);
      this.#sessions.add(read);
    }
    const isPython = (read: ReadFence) =>
      !sessions.has(read) && languageKind(infoOf(read)).is === 'python' && !this.#isForExercise(read);
    const pairs = pairOutputs(
      blocks,
      this.#dialect,
      (read) => isPython(read) || sessions.has(read) || marked.has(read),
    );
    const shownAfter = (isError: boolean) =>
      new Map(
        [...pairs].flatMap(([shown, code]) =>
          code && (shown.language === 'error') === isError ? [[code, shown] as const] : [],
        ),
      );
    const [outputOf, errorOf] = [shownAfter(false), shownAfter(true)];
    for (const block of blocks) {
      if (block.kind !== 'fence') continue;
      const { read } = block;
      const reason = marked.get(read);
      this.#account(read, isPython(read) || sessions.has(read) || reason !== undefined, pairs.has(read));
      if (read.diagnostic) this.#diagnostics.push(read.diagnostic);
      if (reason !== undefined) this.#addUnchecked(read, reason);
      else if (sessions.has(read)) this.#addSession(read);
      else if (isPython(read)) this.#addExample(read, outputOf.get(read), errorOf.get(read));
      else if (!pairs.has(read)) this.#addOther(read);
      else this.#addOutput(read, pairs.get(read), marked);
    }
  }

  /** Records the position of a fence, which is needed to find unmarked outputs and unchecked code around it. */
  #account(read: ReadFence, isCode: boolean, isOutput: boolean): void {
    const { fence } = read;
    const { span, place } = fence;
    const holdsMarkdown = /^\{[^.]/.test(read.language) && !isCode;
    this.#fences.push({ span, language: read.language, holdsMarkdown });
    if (isShell(read) && !isOutput) return;
    this.#steps.push({
      offset: span.start,
      is: isCode ? 'code' : isPlain(read) && !isOutput ? 'plain' : 'end',
      place,
      fence,
    });
  }

  /** Whether it is a part of an exercise that is proven with it, and is no example. */
  #isForExercise({ meta }: ReadFence): boolean {
    const read = this.#dialect === 'lesson' ? readRole(meta.text) : undefined;
    return read !== undefined && read.role !== 'solution';
  }

  #addUnchecked({ fence }: ReadFence, reason: string): void {
    this.#unchecked.push({ place: fence.place, reason, isFence: true });
  }

  /** Counts an output that belongs to no example, or to one that is not run; others are counted with their example. */
  #addOutput(read: ReadFence, owner: ReadFence | undefined, marked: ReadonlyMap<ReadFence, string>): void {
    // An interactive session shows its outputs itself.
    if (!owner || this.#sessions.has(owner)) this.#orphans.push(read.fence);
    else if (marked.has(owner)) this.#otherFences += 1;
  }

  /** Each statement of an interactive session is an example of its own; all of them share the session of the page. */
  #addSession(read: ReadFence): void {
    const before = this.#examples.length;
    for (const { code, output } of readSession(read.fence, this.#source)) {
      const { on: flags, problems } = readDoctestFlags(code);
      this.#warnings.push(...problems);
      if (flags.includes('SKIP')) {
        this.#unchecked.push({ place: code.place, reason: 'it is marked `doctest: +SKIP`', isFence: false });
        continue;
      }
      const prompt = { fence: read.fence.span.start, flags };
      this.#examples.push({
        id: `line-${code.place.line}`,
        options: {},
        code,
        output,
        session: documentSession,
        prompt,
      });
    }
    if (this.#examples.length === before) this.#addUnchecked(read, 'nothing of its session is run');
  }

  #addExample(code: ReadFence, output: ReadFence | undefined, error?: ReadFence): void {
    const role = this.#dialect === 'lesson' ? readRole(code.meta.text) : undefined;
    const { text: meta, offset: start } = role?.rest ?? { text: code.meta.text, offset: 0 };
    const { options, problems } = parseInfoString(meta, this.#dialect);
    const list = this.#dialect === 'guide' ? this.#warnings : this.#diagnostics;
    for (const { rule, offset, message, hint } of problems) {
      list.push({ rule, place: this.#source.placeAt(code.meta.offset + start + offset), message, hint });
    }
    const id = options.name ?? `line-${code.fence.place.line}`;
    const alone = this.#dialect === 'lesson' ? `alone ${id}` : documentSession;
    const session = options.session === undefined ? alone : `session ${options.session}`;
    const shown = { output: output?.fence, ...(error && { error: error.fence }) };
    this.#examples.push({ id, options, code: code.fence, ...shown, session });
    if (!output) return;
    const where = { source: this.#source, dialect: this.#dialect };
    this.#diagnostics.push(...checkOutput(output, options.illustrative !== undefined, where));
  }

  #addOther(read: ReadFence): void {
    if (languageKind(infoOf(read)).is === 'python') this.#exerciseFences += 1;
    else this.#otherFences += 1;
    const problem = this.#dialect === 'lesson' ? checkLessonLanguage(read) : undefined;
    if (problem) this.#diagnostics.push(problem);
  }

  #readElement(element: Element): void {
    const { start } = positionOf(element);
    const place = { file: this.#source.file, line: start.line, column: start.column };
    const problems = checkElement(element, place);
    if (this.#dialect === 'guide' && problems.length > 0) {
      this.#warnOfElement(element.name ?? '', place);
      return;
    }
    this.#diagnostics.push(...problems);
    if (element.name === 'Value') this.#readValue(element, place);
    if (element.name === 'DerivativeRules') this.#readRules(element);
  }

  /** Warns once for each component: how it renders its children is unknown. */
  #warnOfElement(name: string, place: Place): void {
    if (this.#foreign.has(name)) return;
    this.#foreign.add(name);
    const message = `\`<${name}>\` is not a known component.`;
    this.#warnings.push({ rule: 'element/unknown', place, message, hint: 'Its content is read as Markdown.' });
  }

  #readValue(element: Element, place: Place): void {
    const read = readValue(element, place, this.#source);
    if (read.diagnostic) this.#diagnostics.push(read.diagnostic);
    if (read.value) this.#values.push(read.value);
  }

  #readRules(element: Element): void {
    const { rules, diagnostics } = extractRules(element, (node) => {
      const { line, column } = positionOf(node).start;
      return { file: this.#source.file, line, column };
    });
    this.#rules.push(...rules);
    this.#diagnostics.push(...diagnostics);
  }

  /** In a guide, a repeated name may be a title for another tool, and is ignored. */
  #checkNames(examples: readonly Example[]): readonly Example[] {
    const repeated = repeatedNames(examples);
    const list = this.#dialect === 'guide' ? this.#warnings : this.#diagnostics;
    list.push(...repeated.map(({ problem }) => problem), ...lonelySessions(examples));
    if (this.#dialect === 'lesson') return examples;
    const unnamed = new Set(repeated.map(({ example }) => example));
    return examples.map((one) => (unnamed.has(one) ? { ...one, id: `line-${one.code.place.line}` } : one));
  }
}

/** Whether a fence that is no script is an interactive session of Python, which can be run. */
function isSession({ fence }: ReadFence, reason: string | undefined): boolean {
  return reason === sessionReason && holdsPrompt(fence.text);
}

/** Nodes whose text is not rendered, or not as Markdown. */
function hidesText(node: Node): boolean {
  return ['html', 'mdxFlowExpression', 'mdxTextExpression', 'mdxjsEsm'].includes(node.type);
}

function spanOf(node: Node): Span {
  const { start, end } = positionOf(node);
  return { start: start.offset, end: end.offset };
}

function withUnmarked(example: Example, unmarked: Unmarked | undefined): Example {
  return unmarked && !example.output ? { ...example, unmarked } : example;
}
