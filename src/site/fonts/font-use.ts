import type { FontUse } from './used-characters.ts';

/**
 * The kind of text that is set in the font of a file. The upright fonts of text are read as one, since most words are in
 * either.
 */
export function fontUseOf(file: string): FontUse {
  const katex = /^KaTeX_[\w-]+?(?=\.)/.exec(file.replace('-rest.', '.'))?.[0];
  if (katex) return katex as FontUse;
  return file.includes('code') ? 'code' : file.includes('italic') ? 'italic' : 'text';
}
