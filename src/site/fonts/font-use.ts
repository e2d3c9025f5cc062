import type { FontUse } from './used-characters.ts';

/**
 * The kind of text that is set in the font of a file. The upright fonts of text are read as one, since most words are in
 * either.
 */
export function fontUseOf(file: string): FontUse {
  const katex = /^KaTeX_[\w-]+?(?=\.)/.exec(file.replace('-rest.', '.'))?.[0];
  if (katex) return katex as FontUse;
  if (file.includes('code')) return file.includes('bold') ? 'bold code' : 'code';
  return file.includes('italic') ? 'italic' : 'text';
}
