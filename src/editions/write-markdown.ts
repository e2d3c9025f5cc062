import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { LessonPart } from './plain-lesson.ts';

const writer = unified().use(remarkGfm).use(remarkMath).use(remarkStringify, { bullet: '-', rule: '-' }).freeze();

/** Nodes without components as Markdown. */
export function writeNodes(nodes: readonly RootContent[]): string {
  return writer.stringify({ type: 'root', children: [...nodes] } satisfies Root);
}

/** A lesson as one text of Markdown: programs in fences, each with its output below it. */
export function lessonMarkdown(title: string, parts: readonly LessonPart[]): string {
  const texts = parts.map((part) => {
    if (part.kind === 'text') return writeNodes(part.nodes);
    const output = part.output === undefined ? '' : `\nIt prints:\n\n\`\`\`text\n${part.output}\`\`\`\n`;
    return `\`\`\`python\n${part.code}\`\`\`\n${output}`;
  });
  return [`# ${title}\n`, ...texts].join('\n');
}
