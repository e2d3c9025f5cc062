import type { Node, Parent, Root } from 'mdast';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { type SourceText, sourceText, withLineFeeds, withoutByteOrderMark } from '../../core/source-text.ts';
import type { Example, Fence, FenceOptions, Span, Unchecked } from '../example.ts';
import { readRole } from '../exercise-role.ts';
import { documentSession, type ExtractedExamples } from '../extracted-examples.ts';
import { defaultReading, type GuideReading } from '../guide-reading.ts';
import { isElement } from '../lesson-elements.ts';
import { positionOf } from '../position-of.ts';
import { withAttributeLists } from './attribute-lists.ts';
import { checkLessonLanguage } from './check-lesson-language.ts';
import { checkOutput, optionsOfOutput, unknownIn } from './check-output.ts';
import { readDoctestFlags } from './doctest-flags.ts';
import { ElementReader } from './element-reader.ts';
import { infoOf, isSession, languageKind } from './fence-language.ts';
import { findUnchecked } from './find-unchecked.ts';
import { parseInfoString } from './info-string.ts';
import { lonelySessions } from './lonely-sessions.ts';
import { withoutEffect } from './options-of-a-session.ts';
import { readPageCells, usualCells } from './page-cells.ts';
import { type Block, type Dialect, pairOutputs, withShownErrors } from './pair-outputs.ts';
import { type PlacedOrphans, placeOrphans } from './place-orphans.ts';
import { readBlock } from './read-block.ts';
import { readCell } from './read-cell.ts';
import type { ReadFence } from './read-fence.ts';
import { readSession } from './read-session.ts';
import { commentsBefore, reasonNotToRun } from './reason-not-to-run.ts';
import { repeatedNames } from './repeated-names.ts';
import { sessionInText } from './sessions-in-text.ts';
import { type ShownOutput, shownAfter } from './shown-output.ts';
import { type Step, stepOf, unmarkedOutputs, withUnmarked } from './unmarked-outputs.ts';

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
export function extractExamples(
  { tree, text, file }: ParsedFile,
  dialect: Dialect,
  reading = defaultReading,
): ExtractedExamples {
  const reader = new Reader(sourceText(file, withoutByteOrderMark(text)), dialect, reading);
  reader.read(tree);
  return reader.finish();
}

class Reader {
  readonly #source: SourceText;
  readonly #dialect: Dialect;
  readonly #reading: GuideReading;
  readonly #elements: ElementReader;
  readonly #examples: Example[] = [];
  readonly #orphans: ReadFence[] = [];
  readonly #unchecked: Unchecked[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  readonly #warnings: Diagnostic[] = [];
  readonly #sessions = new Set<ReadFence>();
  readonly #steps: Step[] = [];
  readonly #fences: { span: Span; language: string; holdsMarkdown: boolean }[] = [];
  readonly #indented: Span[] = [];
  readonly #raw: Span[] = [];
  readonly #inline: Span[] = [];
  #cells = usualCells;
  #otherFences = 0;
  #exerciseFences = 0;

  constructor(source: SourceText, dialect: Dialect, reading: GuideReading) {
    this.#source = source;
    this.#dialect = dialect;
    this.#reading = reading;
    this.#elements = new ElementReader(source, dialect);
  }

  read(node: Node): void {
    if (isElement(node)) this.#elements.read(node);
    if (node.type === 'inlineCode') this.#inline.push(spanOf(node));
    if (hidesText(node)) this.#raw.push(spanOf(node));
    if (node.type === 'yaml') this.#fences.push({ span: spanOf(node), language: 'yaml', holdsMarkdown: false });
    if (!('children' in node)) return;
    const { children } = node as Parent;
    const blocks = children.map((child) => ({ block: this.#blockOf(child), start: child.position?.start.offset ?? 0 }));
    this.#readFences(this.#dialect === 'guide' ? withAttributeLists(blocks) : blocks.map(({ block }) => block));
    for (const child of children) this.read(child);
  }

  finish(): ExtractedExamples {
    const unmarked = unmarkedOutputs(this.#steps);
    // Fences are found one container at a time; they run in document order.
    const found = this.#examples
      .map((example) => withUnmarked(example, unmarked.get(example.code.span.start)))
      .sort((a, b) => a.code.span.start - b.code.span.start);
    const placed = placeOrphans(this.#orphans, {
      steps: this.#steps,
      examples: found,
      text: withLineFeeds(this.#source.text),
    });
    const { examples, orphans } = this.#dialect === 'guide' ? placed : withoutPlaces(found, this.#orphans);
    if (this.#dialect === 'guide') this.#addPlaced(placed);
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
      values: this.#elements.values,
      rules: this.#elements.rules,
      formulas: this.#elements.formulas,
      orphans,
      otherFences: this.#otherFences,
      exerciseFences: this.#exerciseFences,
      unchecked,
      diagnostics: [...this.#diagnostics, ...this.#elements.diagnostics],
      warnings: [...this.#warnings, ...this.#elements.warnings],
    };
  }

  #blockOf(node: Node): Block {
    if (node.type === 'yaml') this.#cells = readPageCells((node as Node & { value: string }).value);
    const { block: found, step, indented } = readBlock(node, this.#source);
    const isCell = found.kind === 'fence' && this.#dialect === 'guide';
    const block: Block = isCell ? { ...found, read: readCell(found.read, this.#cells) } : found;
    if (indented) this.#indented.push(indented);
    if (step) {
      const { offset } = positionOf(node).start;
      this.#steps.push({ offset, is: step, place: this.#source.placeAt(offset) });
    }
    return block;
  }

  #readFences(all: readonly Block[]): void {
    const blocks = this.#dialect === 'guide' ? withShownErrors(all) : all;
    const { skip, conventions } = this.#reading;
    const how = { dialect: this.#dialect, skip };
    const before = commentsBefore(blocks);
    const marked = new Map(
      blocks.flatMap((block, index) => {
        const reason = block.kind === 'fence' ? reasonNotToRun(block.read, before[index], how) : undefined;
        return block.kind === 'fence' && reason !== undefined ? [[block.read, reason] as const] : [];
      }),
    );
    const areRun = conventions['interactive session'] === 'always';
    const sessions = new Set([...marked.keys()].filter((read) => areRun && isSession(read, marked.get(read))));
    for (const read of sessions) {
      marked.delete(read);
      this.#sessions.add(read);
    }
    const isPython = (read: ReadFence) =>
      !sessions.has(read) && languageKind(infoOf(read)).is === 'python' && !this.#isForExercise(read);
    const pairs = pairOutputs(blocks, {
      dialect: this.#dialect,
      isPython: (read) => isPython(read) || sessions.has(read) || marked.has(read),
      conventions,
    });
    const shown = shownAfter(pairs);
    for (const [index, block] of blocks.entries()) {
      if (block.kind !== 'fence') continue;
      const { read } = block;
      const reason = marked.get(read);
      const isCode = isPython(read) || sessions.has(read) || reason !== undefined;
      this.#account(read, isCode ? 'code' : pairs.has(read) ? 'output' : stepOf(read, before[index]));
      if (read.diagnostic) this.#diagnostics.push(read.diagnostic);
      if (reason !== undefined) this.#addUnchecked(read, reason);
      else if (sessions.has(read)) this.#addSession(read);
      else if (isPython(read)) this.#addExample(read, shown.get(read));
      else if (!pairs.has(read)) this.#addOther(read);
      else this.#addOutput(read, pairs.get(read)?.code, marked);
    }
  }

  /** Records the position of a fence, which is needed to find unmarked outputs and unchecked code around it. */
  #account({ fence, language }: ReadFence, is: Step['is']): void {
    const { span, place } = fence;
    const holdsMarkdown = /^\{[^.]/.test(language) && is !== 'code';
    this.#fences.push({ span, language, holdsMarkdown });
    this.#steps.push({ offset: span.start, is, place, fence });
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
    if (!owner || this.#sessions.has(owner)) this.#orphans.push(read);
    else if (marked.has(owner)) this.#otherFences += 1;
  }

  /** Counts the outputs whose place tells that they are of no example. */
  #addPlaced({ others, ofNone }: PlacedOrphans): void {
    this.#otherFences += others.length + ofNone;
    this.#unchecked.push(...others.map(({ fence, reason }) => ({ place: fence.place, reason, isFence: false })));
  }

  /** Each statement of an interactive session is an example of its own; all of them share the session of the page. */
  #addSession(read: ReadFence): void {
    const before = this.#examples.length;
    const all = this.#optionsOf(read, read.meta.text, 0);
    const { name: _name, raises: _raises, illustrative, ...options } = all;
    if (illustrative !== undefined) {
      this.#addUnchecked(read, `it is illustrative: ${illustrative}`);
      return;
    }
    this.#warnings.push(...withoutEffect(all, this.#source.placeAt(read.meta.offset)));
    const session = options.session === undefined ? this.#sessionOf(read.fence) : `session ${options.session}`;
    for (const { code, output, whole } of readSession(read.fence, this.#source)) {
      const { on: flags, problems } = readDoctestFlags(code);
      this.#warnings.push(...problems);
      this.#diagnostics.push(...unknownIn(output));
      if (flags.includes('SKIP')) {
        this.#unchecked.push({ place: code.place, reason: 'it is marked `doctest: +SKIP`', isFence: false });
        continue;
      }
      const prompt = { fence: read.fence.span.start, flags, ...(whole && { whole }) };
      this.#examples.push({
        id: `line-${code.place.line}`,
        options,
        code,
        output,
        session,
        prompt,
        shownBy: 'interactive session',
      });
    }
    if (this.#examples.length === before) this.#addUnchecked(read, 'nothing of its session is run');
  }

  /** The session of a fence of a guide that names none. */
  #sessionOf({ place }: Fence): string {
    return this.#reading.session === 'fence' ? `alone line-${place.line}` : documentSession;
  }

  #addExample(code: ReadFence, { output, error, shownBy }: ShownOutput = {}): void {
    const role = this.#dialect === 'lesson' ? readRole(code.meta.text) : undefined;
    const { text: meta, offset: start } = role?.rest ?? { text: code.meta.text, offset: 0 };
    const options = this.#optionsOf(code, meta, start);
    const id = options.name ?? `line-${code.fence.place.line}`;
    const alone = this.#dialect === 'lesson' ? `alone ${id}` : this.#sessionOf(code.fence);
    const session = options.session === undefined ? alone : `session ${options.session}`;
    const cell = code.cell === undefined ? {} : { cell: code.cell };
    const shown = { ...cell, output: output?.fence, ...(error && { error: error.fence }), ...(shownBy && { shownBy }) };
    this.#examples.push({ id, options, code: code.fence, ...shown, session });
    this.#unchecked.push(...sessionInText(code.fence));
    if (!output) return;
    this.#diagnostics.push(...checkOutput(output, options.illustrative !== undefined));
    this.#faultsOfOptions.push(...optionsOfOutput(output, { source: this.#source, dialect: this.#dialect }));
  }

  /** The options of a fence, whose faults are recorded. @param start the offset of `text` after the language */
  #optionsOf({ meta }: ReadFence, text: string, start: number): FenceOptions {
    const { options, problems } = parseInfoString(text, this.#dialect);
    for (const { rule, offset, message, hint } of problems) {
      const place = this.#source.placeAt(meta.offset + start + offset);
      this.#faultsOfOptions.push({ rule, place, message, hint });
    }
    return options;
  }

  get #faultsOfOptions(): Diagnostic[] {
    return this.#dialect === 'guide' ? this.#warnings : this.#diagnostics;
  }

  #addOther(read: ReadFence): void {
    if (languageKind(infoOf(read)).is === 'python') this.#exerciseFences += 1;
    else this.#otherFences += 1;
    const problem = this.#dialect === 'lesson' ? checkLessonLanguage(read) : undefined;
    if (problem) this.#diagnostics.push(problem);
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

/** Nodes whose text is not rendered, or not as Markdown. */
function hidesText(node: Node): boolean {
  return ['html', 'mdxFlowExpression', 'mdxTextExpression', 'mdxjsEsm'].includes(node.type);
}

function spanOf(node: Node): Span {
  const { start, end } = positionOf(node);
  return { start: start.offset, end: end.offset };
}

function withoutPlaces(examples: readonly Example[], orphans: readonly ReadFence[]) {
  return { examples, orphans: orphans.map(({ fence }) => fence).sort((a, b) => a.span.start - b.span.start) };
}
