import { type CollectionEntry, getCollection } from 'astro:content';

export type ReferencePage = CollectionEntry<'reference'>;

/** The pages of the reference, in their order. */
export async function referencesInOrder(): Promise<ReferencePage[]> {
  const pages = await getCollection('reference');
  return pages.toSorted((a, b) => a.data.order - b.data.order);
}

/** The path of a page of the reference as Markdown, from the root of the site. */
export function referenceMarkdownPath({ id }: ReferencePage): string {
  return `/reference/${id}.md`;
}

/** The path of a page of the reference, from the root of the site. */
export function referencePath({ id }: ReferencePage): string {
  return `/reference/${id}/`;
}
