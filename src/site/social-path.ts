/**
 * The path of the social picture of a page, from the root of the site.
 *
 * @param path of the page from there: `guide/derivatives/`
 */
export function socialPath(path: string): string {
  return `/social/${path.replace(/^\/|\/$/g, '') || 'index'}.png`;
}
