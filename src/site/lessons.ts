import { type CollectionEntry, getCollection } from 'astro:content';

export type Lesson = CollectionEntry<'guide'>;

/** The lessons in the order in which they are read. */
export async function lessonsInOrder(): Promise<Lesson[]> {
  const lessons = await getCollection('guide');
  return lessons.toSorted((a, b) => a.data.order - b.data.order);
}

/** Where a lesson stands, from the site's root. */
export function lessonPath({ id }: Lesson): string {
  return `/guide/${id}/`;
}
