import { bringSources } from './bring-sources.ts';

/**
 * Copies each formula once, as its TeX source. The page contains it twice, as HTML and as MathML, and in the HTML a
 * fraction's denominator comes before its numerator. KaTeX's own `copy-tex` cannot be used: it joins all paragraphs.
 */
export async function copyFormulas(document: Document): Promise<void> {
  await bringSources(document);
  document.addEventListener('copy', (event) => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !event.clipboardData) return;
    const copied = wholeFormulas(selection.getRangeAt(0)).cloneContents();
    if (!copied.querySelector('.katex')) return;
    event.clipboardData.setData('text/plain', textOf(copied, document));
    event.preventDefault();
  });
}

/** The range, extended to include whole formulas. */
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

/** The text as it is laid out; for that, an element must be in the page. */
function textOf(copied: DocumentFragment, document: Document): string {
  for (const formula of copied.querySelectorAll('.katex')) {
    // The marks of terms are added by the page and are not part of the author's TeX.
    const tex = formula.querySelector('annotation')?.textContent.replace(/\\htmlData\{[^{}]*\}/g, '');
    if (tex === undefined) {
      // Without a network, as it is read aloud.
      formula.querySelector('.katex-html')?.remove();
      continue;
    }
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
