/**
 * The last of some elements, in the order of the page, that begins above a height in the window. Those below it are not
 * asked for their place: a browser would lay out all that comes before them.
 */
export function sectionAt(sections: readonly HTMLElement[], height: number): HTMLElement | undefined {
  const next = sections.findIndex((section) => section.getBoundingClientRect().top > height);
  return next === -1 ? sections.at(-1) : sections[next - 1];
}
