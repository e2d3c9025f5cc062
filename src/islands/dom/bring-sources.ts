/**
 * Puts the TeX of the page's formulas back into them. The build keeps it in a file beside the page
 * (`src/site/build/held-back-formulas.ts`). If it cannot be fetched, formulas stay without it.
 */
export async function bringSources(page: Document): Promise<void> {
  const address = page.body.dataset['formulas'];
  if (address === undefined) return;
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) return;
  const withSource = byLook((await response.json()) as readonly string[], page);
  for (const math of page.querySelectorAll('math')) {
    const whole = withSource.get(math.innerHTML);
    if (whole) math.replaceChildren(whole.cloneNode(true));
  }
  delete page.body.dataset['formulas'];
}

/** The content of formulas with their TeX, by their content without it. */
function byLook(formulas: readonly string[], page: Document): Map<string, Element> {
  const box = page.createElement('template');
  box.innerHTML = formulas.join('');
  return new Map(
    [...box.content.querySelectorAll('semantics')].map((whole) => [whole.firstElementChild?.outerHTML ?? '', whole]),
  );
}
