import type { Diagnostic } from '../../core/diagnostic.ts';
import type { SourceText } from '../../core/source-text.ts';

/**
 * Fences of a page in which another one begins: each lacks its last line, and what follows is read in the wrong way up to
 * the end. A fence that shows fences has longer lines.
 */
export function findOpenFences(source: SourceText): Diagnostic[] {
  const found: Diagnostic[] = [];
  let open: { readonly run: string; readonly start: number } | undefined;
  for (let line = 1, start = 0; start < source.text.length; start = source.lineStart(++line)) {
    const [whole = '', run = '', word = ''] = /^[ \t>]*(`{3,}|~{3,})[ \t]*(\S*)[^`]*$/.exec(source.line(line)) ?? [];
    const isSame = open === undefined || (run[0] === open.run[0] && run.length >= open.run.length);
    if (run === '' || !isSame) continue;
    if (open && word !== '') {
      found.push({
        rule: 'fence/open',
        place: source.placeAt(open.start),
        message: `This fence is not closed before the next one begins, in line ${line}.`,
        hint: `End it with a line that is only ${open.run}.`,
      });
    }
    open = open && word === '' ? undefined : { run, start: start + whole.indexOf(run) };
  }
  return found;
}
