import type { Code, Node, Parent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { SourceText } from '../../core/source-text.ts';
import type { Span } from '../example.ts';
import { isElement } from '../lesson-elements.ts';
import { positionOf } from '../position-of.ts';
import { announces } from './announcement.ts';
import { attributeListIn } from './attribute-lists.ts';
import type { Block } from './pair-outputs.ts';
import { readFence } from './read-fence.ts';
import type { Step } from './unmarked-outputs.ts';

/** A child of a container, and what has to be recorded of one that is no fence. */
export interface ReadBlock {
  readonly block: Block;
  /** How it separates code from a plain fence after it; a fence is recorded once it is known what it is. */
  readonly step?: Step['is'];
  /** The lines of indented code. */
  readonly indented?: Span;
}

const other: Block = { kind: 'other' };

/** Reduces a child of a container to what pairing code with its output needs. */
export function readBlock(node: Node, source: SourceText): ReadBlock {
  if (node.type === 'code') return readCode(node as Code, source);
  if (node.type === 'html') return readHtml((node as Node & { value: string }).value);
  if (node.type === 'mdxFlowExpression') {
    const { value } = node as Node & { value: string };
    return { block: { kind: 'comment', text: /^\s*\/\*([\s\S]*)\*\/\s*$/.exec(value)?.[1] ?? '' } };
  }
  const comment = commentIn(node);
  if (comment !== undefined) return { block: { kind: 'comment', text: comment } };
  const isText = node.type === 'paragraph' || node.type === 'heading';
  if (isText && announces(textOf(node, { includeHtml: false }))) return { block: { kind: 'announcement' } };
  if (node.type === 'heading') return { block: other, step: 'heading' };
  const parts = holdsCode(node) || isElement(node) || node.type === 'thematicBreak';
  return { block: parts ? other : { kind: 'sentence' } };
}

function readCode(node: Code, source: SourceText): ReadBlock {
  const read = readFence(node, source);
  if (read) return { block: { kind: 'fence', read } };
  const { start, end } = positionOf(node);
  return { block: other, step: 'plain', indented: { start: source.lineStart(start.line), end: end.offset } };
}

/** The text of a comment of Markdown (`[//]: # (text)`) or of MyST (`% text`), and an attribute list, which is no text either. */
function commentIn(node: Node): string | undefined {
  if (node.type === 'definition') return (node as Node & { title?: string }).title ?? '';
  if (node.type !== 'paragraph') return undefined;
  const text = textOf(node);
  return /^% ([^\n]*)$/.exec(text)?.[1] ?? attributeListIn(text);
}

function readHtml(value: string): ReadBlock {
  const comment = /^<!--([\s\S]*?)-->$/.exec(value.trim())?.[1];
  if (comment !== undefined) return { block: { kind: 'comment', text: comment } };
  const block: Block = { kind: announces(value.replace(/<[^>]*>/g, ' ')) ? 'announcement' : 'sentence' };
  return /<pre\b|^\s*(?:`{3}|~{3})/im.test(value) ? { block, step: 'plain' } : { block };
}

function holdsCode(node: Node): boolean {
  return node.type === 'code' || ('children' in node && (node as Parent).children.some(holdsCode));
}
