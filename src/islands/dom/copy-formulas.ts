/**
 * Copies a formula once, as the TeX that it was written in: in the page it stands twice, for the eye and as MathML, and
 * what is for the eye has a fraction's denominator before its numerator. KaTeX's own `copy-tex` would do, but runs all
 * paragraphs into one.
 */
export function copyFormulas(document: Document): void {
  document.addEventListener('copy', (event) => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !event.clipboardData) return;
    const copied = wholeFormulas(selection.getRangeAt(0)).cloneContents();
    if (!copied.querySelector('.katex')) return;
    event.clipboardData.setData('text/plain', textOf(copied, document));
    event.preventDefault();
  });
}

/** The range, with every formula of which it holds a part. */
function wholeFormulas(selected: Range): Range {
  const range = selected.cloneRange();
  const first = formulaAround(range.startContainer);
  const last = formulaAround(range.endContainer);
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
  return range;
}

function formulaAround(node: Node): Element | null | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('.katex-display') ?? element?.closest('.katex');
}

/** The text as it is laid out, which only an element in the page can tell. */
function textOf(copied: DocumentFragment, document: Document): string {
  for (const formula of copied.querySelectorAll('.katex')) {
    // What marks a term for the page is no TeX of an author.
    const tex = formula.querySelector('annotation')?.textContent.replace(/\\htmlData\{[^{}]*\}/g, '');
    if (tex === undefined) continue;
    const isDisplay = formula.parentElement?.classList.contains('katex-display');
    formula.replaceWith(isDisplay ? `$$${tex}$$` : `$${tex}$`);
  }
  for (const hidden of copied.querySelectorAll('button, script, style')) hidden.remove();
  const page = document.createElement('div');
  page.className = 'formula-copied';
  page.append(copied);
  document.body.append(page);
  const text = page.innerText;
  page.remove();
  return text;
}
