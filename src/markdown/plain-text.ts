import type { Node } from 'mdast';

/** The text of a paragraph with its formulas between dollar signs and its code between backticks. */
export function plainText(node: Node): string {
  if (node.type === 'inlineMath') return `$${(node as Node & { value: string }).value}$`;
  if (node.type === 'inlineCode') return `\`${(node as Node & { value: string }).value}\``;
  if ('children' in node) return (node.children as Node[]).map(plainText).join('');
  return 'value' in node ? String(node.value) : '';
}
