/** Goes on to where a part is now, if the address names an anchor that has moved; its query goes along. */
export function leadOn(page: Document, location: Location): void {
  const link = [...page.querySelectorAll('.moved-part')]
    .find(({ id }) => id === location.hash.slice(1))
    ?.querySelector('a');
  if (!link) return;
  const target = new URL(link.href);
  target.search = location.search;
  location.replace(target);
}
