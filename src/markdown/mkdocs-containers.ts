/** `!!! tip "Title"`, `??? note`, `???+ note` of admonitions, and `=== "Tab"`. */
const opening = /^([ \t]*)(!!!|\?\?\?\+?|===[!+]?)(?=[ \t]+\S)([^\n]*)$/;
const fence = /^[ \t>]*(`{3,}|~{3,})/;

/**
 * The Markdown of MkDocs with admonitions and tabs written as items of lists, character by character: the text that is
 * indented by four columns below `!!! tip` is then the content of the item and no indented code, and all offsets stay.
 */
export function mkdocsContainers(text: string): string {
  if (!/^[ \t]*(?:!!!|\?\?\?|===)/m.test(text)) return text;
  const lines = text.split('\n');
  let open = '';
  return lines
    .map((line, i) => {
      const run = fence.exec(line)?.[1] ?? '';
      if (open === '' && run !== '') open = run;
      else if (open !== '' && run.startsWith(open) && /^[ \t>]*[`~]+\s*$/.test(line)) open = '';
      const [, indent = '', mark = '', rest = ''] = (open === '' && opening.exec(line)) || [];
      if (mark === '' || (mark.startsWith('=') && !/^[ \t]+"/.test(rest)) || !holdsBlock(lines, i, indent)) return line;
      // The content of `1.  x` begins in column 4, whatever the length of the mark.
      return `${indent}1.  ${`${mark}${rest}`.slice(4).replace(/^[ \t]/, '.')}`;
    })
    .join('\n');
}

/** Whether the next line with text is indented by four columns more. */
function holdsBlock(lines: readonly string[], line: number, indent: string): boolean {
  const next = lines.slice(line + 1).find((one) => one.trim() !== '') ?? '';
  return next.startsWith(`${indent}    `) || next.startsWith(`${indent}\t`);
}
