/**
 * The name of a page in its address, from the name of its file: `content/guide/02-derivatives.mdx` → `derivatives`. The
 * number orders the folder.
 */
export function pageName(file: string): string {
  return (file.split('/').at(-1) ?? '').replace(/^\d+-/, '').replace(/\.mdx$/, '');
}
