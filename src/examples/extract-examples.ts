import type { Code, Node, Parent, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Place } from '../core/place.ts';
import { type DerivativeRule, extractRules } from './derivative-rules.ts';
import type { Example, Fence, ProseValue } from './example.ts';
import { parseInfoString } from './info-string.ts';
import { checkElement, type Element, isElement } from './lesson-elements.ts';
import { didYouMean } from './nearest-word.ts';
import { unknownPlaceholders } from './placeholders.ts';
import { positionOf, type ReadFence, readFence } from './read-fence.ts';
import { type SourceText, sourceText } from './source-text.ts';

/**
 * How a file is read. A *lesson* is ours: an `output` fence stands directly after its example, and what we do not
 * know is an error. A *guide* is anybody's Markdown: a paragraph such as `**Expected output:**` announces the output,
 * and its fences share one namespace from top to bottom, as a reader who follows it would have it.
 */
export type Dialect = 'lesson' | 'guide';

/** Everything in a file that a verifier must account for. */
export interface ExtractedExamples {
  readonly examples: readonly Example[];
  readonly values: readonly ProseValue[];
  readonly rules: readonly DerivativeRule[];
  /** Expected outputs that belong to no example. */
  readonly orphans: readonly Fence[];
  /** How many fences are neither Python nor an expected output. */
  readonly otherFences: number;
  /** Python fences that no reader sees as code: in a comment, a template string, or raw HTML. */
  readonly hidden: readonly Place[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the examples, their expected outputs and the prose values of a parsed file. `tree` must come from `text`. */
export function extractExamples(tree: Root, text: string, file: string, dialect: Dialect): ExtractedExamples {
  const reader = new Reader(sourceText(file, text), dialect);
  reader.read(tree);
  return reader.finish();
}

const pythonWord = /^\{?\.?(?:python3?|py)(?![\w-])/;
const shellWords = new Set(['bash', 'sh', 'shell', 'zsh', 'console', 'powershell', 'cmd']);
const outputWords = new Set(['', 'output', 'text', 'txt', 'plain', 'plaintext', 'console']);
const lessonWords = ['python', 'output', 'text', 'bash', 'json', 'yaml', 'mdx'];
const announcement = /^(?:(?:the|an?|expected|sample|example|actual)\s+)*outputs?\s*:?$/i;

/** A sibling that matters for pairing code with its output. */
type Block = { readonly kind: 'fence'; readonly read: ReadFence } | { readonly kind: 'announcement' | 'other' };

class Reader {
  private readonly source: SourceText;
  private readonly dialect: Dialect;
  private readonly examples: Example[] = [];
  private readonly values: ProseValue[] = [];
  private readonly rules: DerivativeRule[] = [];
  private readonly orphans: Fence[] = [];
  private readonly hidden: Place[] = [];
  private readonly diagnostics: Diagnostic[] = [];
  private otherFences = 0;

  constructor(source: SourceText, dialect: Dialect) {
    this.source = source;
    this.dialect = dialect;
  }

  read(node: Node): void {
    if (isElement(node)) this.readElement(node);
    if (hidesText(node)) this.findHidden(node);
    if (!('children' in node)) return;
    const { children } = node as Parent;
    this.readFences(children.map((child) => this.blockOf(child)));
    for (const child of children) this.read(child);
  }

  finish(): ExtractedExamples {
    // Fences are found a container at a time, which is not the order in which a reader meets them, and they run.
    this.examples.sort((a, b) => a.code.span.start - b.code.span.start);
    this.orphans.sort((a, b) => a.span.start - b.span.start);
    this.checkNames();
    const { examples, values, rules, orphans, otherFences, hidden, diagnostics } = this;
    return { examples, values, rules, orphans, otherFences, hidden, diagnostics };
  }

  private blockOf(node: Node): Block {
    if (node.type === 'code') {
      const read = readFence(node as Code, this.source);
      if (read) return { kind: 'fence', read };
    }
    if (node.type === 'paragraph' && announcement.test(textOf(node).trim())) return { kind: 'announcement' };
    return { kind: 'other' };
  }

  private readFences(blocks: readonly Block[]): void {
    const used = new Set<ReadFence>();
    for (const [index, block] of blocks.entries()) {
      if (block.kind !== 'fence' || used.has(block.read)) continue;
      const { read } = block;
      if (read.diagnostic) this.diagnostics.push(read.diagnostic);
      if (this.isPython(read)) {
        const output = this.outputAfter(blocks, index);
        if (output) used.add(output);
        this.addExample(read, output);
      } else if (this.isOutput(read, blocks[index - 1])) this.orphans.push(read.fence);
      else this.addOther(read);
    }
  }

  private isPython({ language }: ReadFence): boolean {
    return pythonWord.test(language);
  }

  private isOutput({ language }: ReadFence, before: Block | undefined): boolean {
    return language === 'output' || (before?.kind === 'announcement' && outputWords.has(language));
  }

  private outputAfter(blocks: readonly Block[], index: number): ReadFence | undefined {
    let next = index + 1;
    const fenceAt = (i: number) => {
      const block = blocks[i];
      return block?.kind === 'fence' ? block.read : undefined;
    };
    if (fenceAt(next)?.language === 'output') return fenceAt(next);
    if (this.dialect === 'lesson') return undefined;
    if (shellWords.has(fenceAt(next)?.language ?? '')) next += 1;
    if (blocks[next]?.kind !== 'announcement') return undefined;
    const read = fenceAt(next + 1);
    return read && outputWords.has(read.language) ? read : undefined;
  }

  private addExample(code: ReadFence, output: ReadFence | undefined): void {
    const { options, problems } = parseInfoString(code.meta.text, this.dialect);
    for (const { rule, offset, message, hint } of problems) {
      this.diagnostics.push({ rule, place: this.source.placeAt(code.meta.offset + offset), message, hint });
    }
    const id = options.name ?? `line-${code.fence.place.line}`;
    const alone = this.dialect === 'lesson' ? `alone ${id}` : 'document';
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
    if (this.dialect !== 'lesson') return;
    const { start } = positionOf(element);
    const place = { file: this.source.file, line: start.line, column: start.column };
    this.diagnostics.push(...checkElement(element, place));
    if (element.name === 'Value') this.readValue(element, place);
    if (element.name === 'DerivativeRules') this.readRules(element);
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

  private findHidden(node: Node & { value: string }): void {
    const { start } = positionOf(node);
    for (const match of node.value.matchAll(/^[ \t>]*(?:`{3,}|~{3,})[ \t]*\{?\.?(?:python3?|py)(?![\w-])/gim)) {
      const before = this.source.text.indexOf(match[0], start.offset);
      this.hidden.push(this.source.placeAt(before < 0 ? start.offset : before));
    }
  }

  private checkNames(): void {
    const seen = new Map<string, Place>();
    for (const { id, code } of this.examples) {
      const first = seen.get(id);
      if (first) {
        const message = `Two examples are called \`${id}\`; the first stands in line ${first.line}.`;
        this.report('option/repeated', code.place, message, 'Give each example of a file a name of its own.');
      } else seen.set(id, code.place);
    }
  }

  private report(rule: string, place: Place, message: string, hint: string): void {
    this.diagnostics.push({ rule, place, message, hint });
  }
}

/** Nodes whose text is not rendered, or not as Markdown. */
function hidesText(node: Node): node is Node & { value: string } {
  return ['html', 'mdxFlowExpression', 'mdxTextExpression', 'mdxjsEsm'].includes(node.type);
}
