/** The static block of an example, from the build of the page. */
export interface LessonPane {
  readonly source: HTMLElement;
  readonly code: string;
  /** The pane with the lesson's output, if it has one. */
  readonly output: HTMLElement | null;
  /** Its text, with typed placeholders (`⟪float⟫`) where machines differ. */
  readonly expected: string | undefined;
}

/** Reads the panes of a cell. */
export function readLessonPane(cell: HTMLElement): LessonPane {
  const source = cell.querySelector<HTMLElement>(':scope > .code-source');
  if (!source) throw new Error('A cell needs a block of code.');
  const output = cell.querySelector<HTMLElement>(':scope > .code-output');
  return { source, code: source.textContent, output, expected: output ? `${expectedText(output)}\n` : undefined };
}

/** The expected text: actual values on the page are replaced by the placeholders that their elements name. */
function expectedText(output: HTMLElement): string {
  const copy = output.cloneNode(true) as HTMLElement;
  for (const varying of copy.querySelectorAll<HTMLElement>('[data-placeholder]')) {
    varying.textContent = `⟪${varying.dataset['placeholder']}⟫`;
  }
  return copy.textContent;
}

/** Marks a 1-based line of the static code as the one with the error, or none. */
export function markStaticLine({ source }: LessonPane, line: number | null): void {
  for (const [i, element] of source.querySelectorAll('.line').entries()) {
    element.classList.toggle('blamed', i + 1 === line);
  }
}
