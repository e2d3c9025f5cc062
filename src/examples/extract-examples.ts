import type { Code, Node, Parent, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Diagnostic } from '../core/diagnostic.ts';
import { didYouMean } from '../core/nearest-word.ts';
import type { Place } from '../core/place.ts';
import { type SourceText, sourceText, withoutByteOrderMark } from '../core/source-text.ts';
import { announces } from './announcement.ts';
import { type DerivativeRule, extractRules } from './derivative-rules.ts';
import type { Example, Fence, ProseValue, Span, Unchecked } from './example.ts';
import { holdsPrompt, isInteractive, languageKind, looksLikePython, sessionReason } from './fence-language.ts';
import { findUnchecked } from './find-unchecked.ts';
import { parseInfoString } from './info-string.ts';
import { checkElement, type Element, isElement } from './lesson-elements.ts';
import { type Block, type Dialect, isPlain, isShell, pairOutputs } from './pair-outputs.ts';
import { unknownPlaceholders } from './placeholders.ts';
import { positionOf, type ReadFence, readFence } from './read-fence.ts';
import { skipMark } from './skip-mark.ts';
import { type Step, unmarkedOutputs } from './unmarked-outputs.ts';

export type { Dialect } from './pair-outputs.ts';

/** Everything in a file that a verifier must account for. */
export interface ExtractedExamples {
  readonly examples: readonly Example[];
  readonly values: readonly ProseValue[];
  readonly rules: readonly DerivativeRule[];
  /** Expected outputs that belong to no example. */
  readonly orphans: readonly Fence[];
  /** How many fences are neither Python nor an expected output. */
  readonly otherFences: number;
  /** Python that is not run, each with the reason. */
  readonly unchecked: readonly Unchecked[];
  /** What is wrong: nothing can be proven there. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is passed over in a guide that is not ours, since it may be meant for another tool. */
  readonly warnings: readonly Diagnostic[];
}

/** The session of all examples of a guide that name none. */
export const documentSession = 'document';

/** What there is in a file of which nothing can be read. */
export const nothingExtracted: ExtractedExamples = {
  examples: [],
  values: [],
  rules: [],
  orphans: [],
  otherFences: 0,
  unchecked: [],
  diagnostics: [],
  warnings: [],
};

/**
 * Finds the examples, their expected outputs and the prose values of a parsed file. `tree` must come from `text`.
 *
 * A *lesson* is ours: an `output` fence stands directly after its example, and what we do not know is an error. A
 * *guide* is anybody's Markdown or MDX: a paragraph such as `**Expected output:**` announces the output, its fences share
 * one namespace from top to bottom, as a reader who follows it would have it, and what we do not know is passed over
 * with a warning.
 *
 * Offsets count from behind a byte order mark, which a parser drops.
 */
export function extractExamples(tree: Root, text: string, file: string, dialect: Dialect): ExtractedExamples {
  const reader = new Reader(sourceText(file, withoutByteOrderMark(text)), dialect);
  reader.read(tree);
  return reader.finish();
}

const lessonWords = ['python', 'output', 'text', 'bash', 'json', 'yaml', 'mdx'];

class Reader {
  private readonly source: SourceText;
  private readonly dialect: Dialect;
  private readonly examples: Example[] = [];
  private readonly values: ProseValue[] = [];
  private readonly rules: DerivativeRule[] = [];
  private readonly orphans: Fence[] = [];
  private readonly unchecked: Unchecked[] = [];
  private readonly diagnostics: Diagnostic[] = [];
  private readonly warnings: Diagnostic[] = [];
  private readonly foreign = new Set<string>();
  private readonly steps: Step[] = [];
  private readonly fences: { span: Span; language: string; holdsMarkdown: boolean }[] = [];
  private readonly indented: Span[] = [];
  private readonly raw: Span[] = [];
  private readonly inline: Span[] = [];
  private otherFences = 0;

  constructor(source: SourceText, dialect: Dialect) {
    this.source = source;
    this.dialect = dialect;
  }

  read(node: Node): void {
    if (isElement(node)) this.readElement(node);
    if (node.type === 'inlineCode') this.inline.push(spanOf(node));
    if (hidesText(node)) this.raw.push(spanOf(node));
    if (node.type === 'yaml') this.fences.push({ span: spanOf(node), language: 'yaml', holdsMarkdown: false });
    if (!('children' in node)) return;
    const { children } = node as Parent;
    this.readFences(children.map((child) => this.blockOf(child)));
    for (const child of children) this.read(child);
  }

  finish(): ExtractedExamples {
    const unmarked = unmarkedOutputs(this.steps);
    // Fences are found a container at a time, which is not the order in which a reader meets them, and they run.
    const examples = this.examples
      .map((example) => withUnmarked(example, unmarked.get(example.code.span.start)))
      .sort((a, b) => a.code.span.start - b.code.span.start);
    this.orphans.sort((a, b) => a.span.start - b.span.start);
    const { values, rules, orphans, otherFences, diagnostics, warnings } = this;
    const { fences, indented, raw, inline } = this;
    const stray = findUnchecked(this.source, { fences, indented, raw, inline });
    const unchecked = [
      ...this.unchecked,
      ...stray.map(({ offset, reason }) => ({ place: this.source.placeAt(offset), reason, isFence: false })),
    ].sort((a, b) => a.place.line - b.place.line);
    const named = this.checkNames(examples);
    return { examples: named, values, rules, orphans, otherFences, unchecked, diagnostics, warnings };
  }

  private blockOf(node: Node): Block {
    if (node.type === 'code') return this.codeBlock(node as Code);
    const { start } = positionOf(node);
    if (node.type === 'html') {
      const { value } = node as Node & { value: string };
      const comment = /^<!--([\s\S]*?)-->$/.exec(value.trim())?.[1];
      if (comment !== undefined) return { kind: 'comment', text: comment };
      if (/<pre\b/i.test(value)) this.step(start.offset, 'plain');
      return { kind: announces(value.replace(/<[^>]*>/g, ' ')) ? 'announcement' : 'sentence' };
    }
    if (node.type === 'mdxFlowExpression') {
      const { value } = node as Node & { value: string };
      return { kind: 'comment', text: /^\s*\/\*([\s\S]*)\*\/\s*$/.exec(value)?.[1] ?? '' };
    }
    if ((node.type === 'paragraph' || node.type === 'heading') && announces(textOf(node)))
      return { kind: 'announcement' };
    if (node.type === 'heading') {
      this.step(start.offset, 'end');
      return { kind: 'other' };
    }
    const parts = holdsCode(node) || isElement(node) || node.type === 'thematicBreak';
    return { kind: parts ? 'other' : 'sentence' };
  }

  private codeBlock(node: Code): Block {
    const read = readFence(node, this.source);
    if (read) return { kind: 'fence', read };
    const { start, end } = positionOf(node);
    this.indented.push({ start: this.source.lineStart(start.line), end: end.offset });
    this.step(start.offset, 'plain');
    return { kind: 'other' };
  }

  private readFences(blocks: readonly Block[]): void {
    const marked = new Map(
      blocks.flatMap((block, index) => {
        const reason = block.kind === 'fence' ? this.reasonNotToRun(block.read, blocks[index - 1]) : undefined;
        return block.kind === 'fence' && reason !== undefined ? [[block.read, reason] as const] : [];
      }),
    );
    const isPython = (read: ReadFence) => languageKind(infoOf(read)).is === 'python';
    const pairs = pairOutputs(blocks, this.dialect, (read) => isPython(read) || marked.has(read));
    const outputOf = new Map([...pairs].flatMap(([output, code]) => (code ? [[code, output] as const] : [])));
    for (const block of blocks) {
      if (block.kind !== 'fence') continue;
      const { read } = block;
      const reason = marked.get(read);
      this.account(read, isPython(read) || reason !== undefined, pairs.has(read));
      if (read.diagnostic) this.diagnostics.push(read.diagnostic);
      if (reason !== undefined) this.addUnchecked(read, reason);
      else if (isPython(read)) this.addExample(read, outputOf.get(read));
      else if (!pairs.has(read)) this.addOther(read);
      else this.addOutput(read, pairs.get(read), marked);
    }
  }

  /** Remembers where a fence stands, for what is found between and after fences. */
  private account(read: ReadFence, isCode: boolean, isOutput: boolean): void {
    const { span, place } = read.fence;
    const holdsMarkdown = /^\{[^.]/.test(read.language) && !isCode;
    this.fences.push({ span, language: read.language, holdsMarkdown });
    if (isShell(read) && !isOutput) return;
    this.steps.push({ offset: span.start, is: isCode ? 'code' : isPlain(read) && !isOutput ? 'plain' : 'end', place });
  }

  private step(offset: number, is: Step['is']): void {
    this.steps.push({ offset, is, place: this.source.placeAt(offset) });
  }

  /** Why a fence of Python is not run; `undefined` for one that is, and for every other fence. */
  private reasonNotToRun(read: ReadFence, before: Block | undefined): string | undefined {
    const { text } = read.fence;
    // Other languages and marks of other tools are errors in a lesson, which name ours.
    if (this.dialect === 'lesson') return undefined;
    const kind = languageKind(infoOf(read));
    if (kind.is === 'unchecked') return kind.reason;
    if (kind.is === 'other') return this.reasonFromText(read, before);
    if (isInteractive(text)) return sessionReason;
    const comment = before?.kind === 'comment' ? before.text : undefined;
    const mark = skipMark(`${read.language} ${read.meta.text}`, comment, text);
    return mark === undefined ? undefined : `it is marked \`${mark}\``;
  }

  /** A fence of no language, or of another one, may still show Python. */
  private reasonFromText(read: ReadFence, before: Block | undefined): string | undefined {
    if (before?.kind === 'announcement' || read.language === 'output') return undefined;
    if (holdsPrompt(read.fence.text)) return sessionReason;
    const looks = read.language === '' && looksLikePython(read.fence.text);
    return looks ? 'it looks like Python and its fence has no language: write `python` if it is' : undefined;
  }

  private addUnchecked({ fence }: ReadFence, reason: string): void {
    this.unchecked.push({ place: fence.place, reason, isFence: true });
  }

  /** An expected output is accounted for with its example; what belongs to none, or to one that is not run, here. */
  private addOutput(read: ReadFence, owner: ReadFence | undefined, marked: ReadonlyMap<ReadFence, string>): void {
    if (!owner) this.orphans.push(read.fence);
    else if (marked.has(owner)) this.otherFences += 1;
  }

  private addExample(code: ReadFence, output: ReadFence | undefined): void {
    const { options, problems } = parseInfoString(code.meta.text, this.dialect);
    const list = this.dialect === 'guide' ? this.warnings : this.diagnostics;
    for (const { rule, offset, message, hint } of problems) {
      list.push({ rule, place: this.source.placeAt(code.meta.offset + offset), message, hint });
    }
    const id = options.name ?? `line-${code.fence.place.line}`;
    const alone = this.dialect === 'lesson' ? `alone ${id}` : documentSession;
    const session = options.session === undefined ? alone : `session ${options.session}`;
    this.examples.push({ id, options, code: code.fence, output: output?.fence, session });
    if (output) this.checkOutput(output, options.illustrative !== undefined);
  }

  private checkOutput(output: ReadFence, illustrative: boolean): void {
    if (output.diagnostic) this.diagnostics.push(output.diagnostic);
    for (const { name, offset, hint } of unknownPlaceholders(output.fence.text)) {
      const line = output.fence.text.slice(0, offset).split('\n').length;
      const column = (output.fence.indents[line - 1] ?? 0) + offset - output.fence.text.lastIndexOf('\n', offset - 1);
      const place = { file: this.source.file, line: output.fence.place.line + line, column };
      this.report('placeholder/unknown', place, `\`⟪${name}⟫\` is not a placeholder.`, hint);
    }
    if (illustrative) {
      const hint = 'Remove the output, or remove `illustrative` and let it run.';
      this.report('option/clash', output.fence.place, 'An illustrative fence is never run, so it has no output.', hint);
    } else if (this.dialect === 'lesson' && output.meta.text !== '') {
      const message = `An output fence takes no options; found \`${output.meta.text}\`.`;
      const place = this.source.placeAt(output.meta.offset);
      this.report('option/unknown', place, message, 'Put the options on the Python fence.');
    }
  }

  private addOther(read: ReadFence): void {
    this.otherFences += 1;
    if (this.dialect === 'guide' || lessonWords.includes(read.language)) return;
    const said =
      read.language === '' ? 'This fence has no language' : `\`${read.language}\` is not a language of a lesson`;
    const near = read.language === '' ? '' : didYouMean(read.language, lessonWords);
    const hint = `Write one of ${lessonWords.map((word) => `\`${word}\``).join(', ')}.`;
    this.report('fence/language', read.fence.place, `${said}.${near}`, hint);
  }

  private readElement(element: Element): void {
    const { start } = positionOf(element);
    const place = { file: this.source.file, line: start.line, column: start.column };
    const problems = checkElement(element, place);
    if (this.dialect === 'guide' && problems.length > 0) {
      this.warnOfElement(element.name ?? '', place);
      return;
    }
    this.diagnostics.push(...problems);
    if (element.name === 'Value') this.readValue(element, place);
    if (element.name === 'DerivativeRules') this.readRules(element);
  }

  /** Said once for each component: what it does with its children is not known here. */
  private warnOfElement(name: string, place: Place): void {
    if (this.foreign.has(name)) return;
    this.foreign.add(name);
    const message = `\`<${name}>\` is not a component of ours.`;
    this.warnings.push({ rule: 'element/unknown', place, message, hint: 'What it holds is read as Markdown.' });
  }

  private readValue(element: Element, place: Place): void {
    const attribute = (name: string) => element.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === name);
    const read = (name: string) => {
      const value = attribute(name)?.value;
      return typeof value === 'string' ? value : undefined;
    };
    const [of, expr] = [read('of'), read('expr')];
    const inner = element.children[0];
    const child = inner?.type === 'paragraph' ? inner.children[0] : inner;
    const plain = child?.type === 'text' && textOf(element) === child.value && !/[\r\n]/.test(child.value);
    if (!plain) {
      const hint = 'Write `<Value of="…" expr="…">2.67</Value>`, on one line, with no markup inside.';
      this.report('value/text', place, 'A `<Value>` holds one plain piece of text.', hint);
    } else if (of !== undefined && expr !== undefined) {
      const { start, end } = positionOf(child);
      const span = { start: start.offset, end: end.offset };
      const at = this.source.placeAt(span.start);
      this.values.push({ of, expr, format: read('format') ?? '', text: child.value, place: at, span });
    }
  }

  private readRules(element: Element): void {
    const { rules, diagnostics } = extractRules(element, (node) => {
      const { line, column } = positionOf(node).start;
      return { file: this.source.file, line, column };
    });
    this.rules.push(...rules);
    this.diagnostics.push(...diagnostics);
  }

  /** In a guide, a name that is taken may be a title for another tool: the example then has none. */
  private checkNames(examples: readonly Example[]): Example[] {
    const seen = new Map<string, Place>();
    return examples.map((example) => {
      const { id, code } = example;
      const first = seen.get(id);
      if (!first) {
        seen.set(id, code.place);
        return example;
      }
      const message = `Two examples are called \`${id}\`; the first stands in line ${first.line}.`;
      const hint = 'Give each example of a file a name of its own.';
      const list = this.dialect === 'guide' ? this.warnings : this.diagnostics;
      list.push({ rule: 'option/repeated', place: code.place, message, hint });
      return this.dialect === 'guide' ? { ...example, id: `line-${code.place.line}` } : example;
    });
  }

  private report(rule: string, place: Place, message: string, hint: string): void {
    this.diagnostics.push({ rule, place, message, hint });
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
