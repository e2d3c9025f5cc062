/**
 * Makes the one helper through which every internal link goes.
 *
 * @param base the path under which the site is served: `/` or `/calculus-for-ml/`, with or without the last slash.
 * @returns from an address as it is written from the site's root, `/guide/derivatives/#how`, to one under `base`.
 */
export function hrefUnder(base: string): (path: string) => string {
  const prefix = base.replace(/^\/*/, '/').replace(/\/+$/, '');
  return (path) => `${prefix}/${path.replace(/^\/+/, '')}`;
}
