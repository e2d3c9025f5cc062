/** The size of a social picture in pixels: what programs that show a link crop least. */
export const socialSize = { width: 1200, height: 630 } as const;

/**
 * The path of the social picture of a page, from the root of the site.
 *
 * @param path of the page from there: `guide/derivatives/`
 */
export function socialPath(path: string): string {
  return `/social/${path.replace(/^\/|\/$/g, '') || 'index'}.png`;
}
