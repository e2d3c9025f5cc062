/** The addresses of the programs of a page; a built page has them in an attribute (`src/site/build/late-scripts.ts`). */
export function programsOf(document: Document): string[] {
  const late = document.body.getAttribute('data-programs')?.split(' ') ?? [];
  return [...[...document.querySelectorAll('script[src]')].map((script) => script.getAttribute('src') ?? ''), ...late];
}
