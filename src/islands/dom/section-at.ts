/**
 * The last of some sections, in the order of the page, that begins above a line of the window. A block that is far from the
 * window is not laid out, and a question about what is inside of it would bring that about; so the block itself is asked
 * first.
 */
export function sectionAt(sections: readonly HTMLElement[], line: number): HTMLElement | undefined {
  const isAbove = (element: Element) => element.getBoundingClientRect().top <= line;
  return sections.findLast((section) => isAbove(section.closest('.prose > *') ?? section) && isAbove(section));
}
