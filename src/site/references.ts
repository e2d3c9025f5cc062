import { type CollectionEntry, getCollection } from 'astro:content';

export type ReferencePage = CollectionEntry<'reference'>;

/** The pages to look things up in, in their order. */
export async function referencesInOrder(): Promise<ReferencePage[]> {
  const pages = await getCollection('reference');
  return pages.toSorted((a, b) => a.data.order - b.data.order);
}

/** Where a page of the reference stands, from the site's root. */
export function referencePath({ id }: ReferencePage): string {
  return `/reference/${id}/`;
}
