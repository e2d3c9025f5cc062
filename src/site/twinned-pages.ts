/** The pages whose Markdown is made of the built page, with what they are about. Paths are from the root of the site. */
export const twinnedPages = [
  { path: '/', title: 'First page', about: 'what the guide is, and its lessons' },
  { path: '/verification/', title: 'Verification', about: 'what was run, by which versions, and when' },
  { path: '/keep/', title: 'Keep this guide', about: 'without a network, on paper, or as files' },
  { path: '/privacy/', title: 'Privacy', about: 'what the site knows of its readers' },
] as const;

/** The path of a page as Markdown, from the root of the site. */
export function twinOf(path: string): string {
  return path === '/' ? '/index.md' : path.replace(/\/$/, '.md');
}
