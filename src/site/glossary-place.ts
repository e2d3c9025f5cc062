/**
 * Where a term is written in `content/glossary.yaml`, as `file:line:column`.
 *
 * @param yaml the text of the file
 */
export function glossaryPlace(slug: string, yaml: string): string {
  const index = yaml.split('\n').findIndex((line) => line.trim().replace(/^- /, '') === `slug: ${slug}`);
  const column = (yaml.split('\n')[index] ?? '').indexOf('slug:') + 1;
  return index < 0 ? 'content/glossary.yaml' : `content/glossary.yaml:${index + 1}:${column}`;
}
