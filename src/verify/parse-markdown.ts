import type { Root } from 'mdast';
import type { VFileMessage } from 'vfile-message';
import type { Diagnostic } from '../core/diagnostic.ts';
import { mkdocsContainers } from '../markdown/mkdocs-containers.ts';
import { parseGuide, parseLesson } from '../markdown/syntax.ts';
import { isMdx } from './lesson.ts';
import { parseInParts } from './parse-in-parts.ts';

export type Parsed = { readonly tree: Root } | { readonly diagnostic: Diagnostic };

/** Parses a file as the site does: MDX with mathematics for `.mdx`, GitHub's Markdown for everything else. */
export function parseMarkdown(file: string, text: string): Parsed {
  try {
    if (isMdx(file)) return { tree: parseLesson(text) };
    return { tree: parseAsMarkdown(text) };
  } catch (error) {
    if (!isMessage(error)) throw error;
    const place = { file, line: error.line ?? 1, column: error.column ?? 1 };
    return { diagnostic: { rule: 'markdown/syntax', place, message: error.reason, hint: hintFor(error.reason) } };
  }
}

/** Parses GitHub's Markdown, with the admonitions and tabs of MkDocs. MDX is never parsed in parts: a component may hold many. */
export function parseAsMarkdown(text: string): Root {
  return parseInParts(mkdocsContainers(text), parseGuide);
}

function isMessage(error: unknown): error is VFileMessage {
  return error instanceof Error && 'reason' in error;
}

function hintFor(reason: string): string {
  if (/acorn|expression/i.test(reason)) {
    return 'In MDX `{` begins code. Write `\\{` for a brace in a sentence, or put it in `code` or in $mathematics$.';
  }
  if (/closing tag|end-tag|to close/i.test(reason)) {
    return 'Close every component, each in the paragraph or list in which it was opened, with blank lines around blocks.';
  }
  return 'In MDX `<` begins a component. Write `&lt;` for less-than in a sentence, or put it in `code` or in $mathematics$.';
}
