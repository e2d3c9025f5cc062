import type { Code, Node, Parent, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Diagnostic } from '../core/diagnostic.ts';
import { didYouMean } from '../core/nearest-word.ts';
import type { Place } from '../core/place.ts';
import { type SourceText, sourceText, withoutByteOrderMark } from '../core/source-text.ts';
import { announces } from './announcement.ts';
import { type DerivativeRule, extractRules } from './derivative-rules.ts';
import type { Example, Fence, ProseValue, Span, Unchecked } from './example.ts';
import { readRole } from './exercise-role.ts';
import { documentSession, type ExtractedExamples } from './extracted-examples.ts';
import { holdsPrompt, isInteractive, languageKind, looksLikePython, sessionReason } from './fence-language.ts';
import { findUnchecked } from './find-unchecked.ts';
import { parseInfoString } from './info-string.ts';
import { checkElement, type Element, isElement } from './lesson-elements.ts';
import { type Block, type Dialect, isPlain, isShell, pairOutputs } from './pair-outputs.ts';
import { unknownPlaceholders } from './placeholders.ts';
import { positionOf, type ReadFence, readFence } from './read-fence.ts';
import { readValue } from './read-value.ts';
import { skipMark } from './skip-mark.ts';
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

const lessonWords = ['python', 'output', 'text', 'bash', 'json', 'yaml', 'mdx'];

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
  readonly #foreign = new Set<string>();
  readonly #steps: Step[] = [];
  readonly #fences: { span: Span; language: string; holdsMarkdown: boolean }[] = [];
  readonly #indented: Span[] = [];
  readonly #raw: Span[] = [];
  readonly #inline: Span[] = [];
  #otherFences = 0;

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
      unchecked,
      diagnostics: this.#diagnostics,
      warnings: this.#warnings,
    };
  }

  #blockOf(node: Node): Block {
    if (node.type === 'code') return this.#codeBlock(node as Code);
    const { start } = positionOf(node);
    if (node.type === 'html') {
      const { value } = node as Node & { value: string };
      const comment = /^<!--([\s\S]*?)-->$/.exec(value.trim())?.[1];
      if (comment !== undefined) return { kind: 'comment', text: comment };
      if (/<pre\b/i.test(value)) this.#step(start.offset, 'plain');
      return { kind: announces(value.replace(/<[^>]*>/g, ' ')) ? 'announcement' : 'sentence' };
    }
    if (node.type === 'mdxFlowExpression') {
      const { value } = node as Node & { value: string };
      return { kind: 'comment', text: /^\s*\/\*([\s\S]*)\*\/\s*$/.exec(value)?.[1] ?? '' };
    }
    if ((node.type === 'paragraph' || node.type === 'heading') && announces(textOf(node)))
      return { kind: 'announcement' };
    if (node.type === 'heading') {
      this.#step(start.offset, 'end');
      return { kind: 'other' };
    }
    const parts = holdsCode(node) || isElement(node) || node.type === 'thematicBreak';
    return { kind: parts ? 'other' : 'sentence' };
  }

  #codeBlock(node: Code): Block {
    const read = readFence(node, this.#source);
    if (read) return { kind: 'fence', read };
    const { start, end } = positionOf(node);
    this.#indented.push({ start: this.#source.lineStart(start.line), end: end.offset });
    this.#step(start.offset, 'plain');
    return { kind: 'other' };
  }

  #readFences(blocks: readonly Block[]): void {
    const marked = new Map(
      blocks.flatMap((block, index) => {
        const reason = block.kind === 'fence' ? this.#reasonNotToRun(block.read, blocks[index - 1]) : undefined;
        return block.kind === 'fence' && reason !== undefined ? [[block.read, reason] as const] : [];
      }),
    );
    const isPython = (read: ReadFence) => languageKind(infoOf(read)).is === 'python' && !this.#isForExercise(read);
    const pairs = pairOutputs(blocks, this.#dialect, (read) => isPython(read) || marked.has(read));
    const outputOf = new Map([...pairs].flatMap(([output, code]) => (code ? [[code, output] as const] : [])));
    for (const block of blocks) {
      if (block.kind !== 'fence') continue;
      const { read } = block;
      const reason = marked.get(read);
      this.#account(read, isPython(read) || reason !== undefined, pairs.has(read));
      if (read.diagnostic) this.#diagnostics.push(read.diagnostic);
      if (reason !== undefined) this.#addUnchecked(read, reason);
      else if (isPython(read)) this.#addExample(read, outputOf.get(read));
      else if (!pairs.has(read)) this.#addOther(read);
      else this.#addOutput(read, pairs.get(read), marked);
    }
  }

  /** Records the position of a fence, which is needed to find unmarked outputs and unchecked code around it. */
  #account(read: ReadFence, isCode: boolean, isOutput: boolean): void {
    const { span, place } = read.fence;
    const holdsMarkdown = /^\{[^.]/.test(read.language) && !isCode;
    this.#fences.push({ span, language: read.language, holdsMarkdown });
    if (isShell(read) && !isOutput) return;
    this.#steps.push({ offset: span.start, is: isCode ? 'code' : isPlain(read) && !isOutput ? 'plain' : 'end', place });
  }

  #step(offset: number, is: Step['is']): void {
    this.#steps.push({ offset, is, place: this.#source.placeAt(offset) });
  }

  /** Why a fence of Python is not run; `undefined` for one that is, and for every other fence. */
  #reasonNotToRun(read: ReadFence, before: Block | undefined): string | undefined {
    const { text } = read.fence;
    // In a lesson, other languages and marks of other tools are errors, with messages of their own.
    if (this.#dialect === 'lesson') return undefined;
    const kind = languageKind(infoOf(read));
    if (kind.is === 'unchecked') return kind.reason;
    if (kind.is === 'other') return this.#reasonFromText(read, before);
    if (isInteractive(text)) return sessionReason;
    const comment = before?.kind === 'comment' ? before.text : undefined;
    const mark = skipMark(`${read.language} ${read.meta.text}`, comment, text);
    return mark === undefined ? undefined : `it is marked \`${mark}\``;
  }

  /** A fence of no language, or of another one, may still show Python. */
  #reasonFromText(read: ReadFence, before: Block | undefined): string | undefined {
    if (before?.kind === 'announcement' || read.language === 'output') return undefined;
    if (holdsPrompt(read.fence.text)) return sessionReason;
    const looks = read.language === '' && looksLikePython(read.fence.text);
    return looks ? 'it looks like Python and its fence has no language: write `python` if it is' : undefined;
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
    if (!owner) this.#orphans.push(read.fence);
    else if (marked.has(owner)) this.#otherFences += 1;
  }

  #addExample(code: ReadFence, output: ReadFence | undefined): void {
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
    this.#examples.push({ id, options, code: code.fence, output: output?.fence, session });
    if (output) this.#checkOutput(output, options.illustrative !== undefined);
  }

  #checkOutput(output: ReadFence, illustrative: boolean): void {
    if (output.diagnostic) this.#diagnostics.push(output.diagnostic);
    for (const { name, offset, hint } of unknownPlaceholders(output.fence.text)) {
      const line = output.fence.text.slice(0, offset).split('\n').length;
      const column = (output.fence.indents[line - 1] ?? 0) + offset - output.fence.text.lastIndexOf('\n', offset - 1);
      const place = { file: this.#source.file, line: output.fence.place.line + line, column };
      const message = `\`⟪${name}⟫\` is not a placeholder.`;
      this.#diagnostics.push({ rule: 'placeholder/unknown', place, message, hint });
    }
    if (illustrative) {
      const message = 'An illustrative fence is never run, so it has no output.';
      const hint = 'Remove the output, or remove `illustrative` and let it run.';
      this.#diagnostics.push({ rule: 'option/clash', place: output.fence.place, message, hint });
    } else if (this.#dialect === 'lesson' && output.meta.text !== '') {
      const message = `An output fence takes no options; found \`${output.meta.text}\`.`;
      const place = this.#source.placeAt(output.meta.offset);
      const hint = 'Put the options on the Python fence.';
      this.#diagnostics.push({ rule: 'option/unknown', place, message, hint });
    }
  }

  #addOther(read: ReadFence): void {
    this.#otherFences += 1;
    if (this.#dialect === 'guide' || lessonWords.includes(read.language)) return;
    const problem =
      read.language === '' ? 'This fence has no language' : `\`${read.language}\` is not a language of a lesson`;
    const near = read.language === '' ? '' : didYouMean(read.language, lessonWords);
    const hint = `Write one of ${lessonWords.map((word) => `\`${word}\``).join(', ')}.`;
    this.#diagnostics.push({ rule: 'fence/language', place: read.fence.place, message: `${problem}.${near}`, hint });
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
  #checkNames(examples: readonly Example[]): Example[] {
    const seen = new Map<string, Place>();
    return examples.map((example) => {
      const { id, code } = example;
      const first = seen.get(id);
      if (!first) {
        seen.set(id, code.place);
        return example;
      }
      const message = `Two examples are called \`${id}\`; the first is in line ${first.line}.`;
      const hint = 'Give each example of a file a name of its own.';
      const list = this.#dialect === 'guide' ? this.#warnings : this.#diagnostics;
      list.push({ rule: 'option/repeated', place: code.place, message, hint });
      return this.#dialect === 'guide' ? { ...example, id: `line-${code.place.line}` } : example;
    });
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

function holdsCode(node: Node): boolean {
  return node.type === 'code' || ('children' in node && (node as Parent).children.some(holdsCode));
}

function infoOf({ language, meta }: ReadFence) {
  return { language, meta: meta.text };
}

function withUnmarked(example: Example, unmarked: Place | undefined): Example {
  return unmarked && !example.output ? { ...example, unmarked } : example;
}
