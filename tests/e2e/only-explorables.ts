import { parseHTML } from 'linkedom';

/** The header of a request for a page with nothing but some explorables in its main part: their ids. */
export const onlyHeader = 'x-only-explorables';

/** The page of a lesson with nothing in its main part but some explorables, what they stand in, and the scripts. */
export function onlyExplorables(html: string, ids: readonly string[]): string {
  const { document } = parseHTML(html);
  const kept = new Set<Element>();
  for (const id of ids) {
    for (let one: Element | null = document.getElementById(id); one !== null; one = one.parentElement) kept.add(one);
  }
  const main = document.querySelector('main');
  if (main !== null && kept.has(main)) keepIn(main, kept, ids);
  return document.toString();
}

function keepIn(parent: Element, kept: ReadonlySet<Element>, ids: readonly string[]): void {
  if (ids.includes(parent.id)) return;
  for (const child of [...parent.children]) {
    if (kept.has(child)) keepIn(child, kept, ids);
    // A script stands where it is first needed, which may be in one of these.
    else if (child.tagName !== 'SCRIPT') child.replaceWith(...child.querySelectorAll('script'));
  }
}
