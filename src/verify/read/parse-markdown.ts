import type { Root } from 'mdast';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { mkdocsContainers } from '../../markdown/mkdocs-containers.ts';
import { parseGuide, parseLesson } from '../../markdown/syntax.ts';
import { isMdx } from './lesson.ts';
import { findMdxFaults } from './mdx-faults.ts';
import { parseInParts } from './parse-in-parts.ts';

export type Parsed = { readonly tree: Root } | Unparsed;

/** A text that is no MDX: the first place, all others, and the tree of what is left without them. */
interface Unparsed {
  readonly diagnostic: Diagnostic;
  readonly others: readonly Diagnostic[];
  readonly rest?: Root;
}

/** Parses a file as the site does: MDX with mathematics for `.mdx`, GitHub's Markdown for everything else. */
export function parseMarkdown(file: string, text: string): Parsed {
  if (!isMdx(file)) return { tree: parseAsMarkdown(text) };
  const { diagnostics, rest } = findMdxFaults(file, text, parseLesson);
  const [diagnostic, ...others] = diagnostics;
  if (!diagnostic) return { tree: rest ?? { type: 'root', children: [] } };
  return { diagnostic, others, ...(rest && { rest }) };
}

/** Parses GitHub's Markdown, with the admonitions and tabs of MkDocs. MDX is never parsed in parts: a component may hold many. */
export function parseAsMarkdown(text: string): Root {
  return parseInParts(mkdocsContainers(text), parseGuide);
}
