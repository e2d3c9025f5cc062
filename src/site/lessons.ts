import { type CollectionEntry, getCollection } from 'astro:content';

export type Lesson = CollectionEntry<'guide'>;

/** The lessons in the order in which they are read. */
export async function lessonsInOrder(): Promise<Lesson[]> {
  const lessons = await getCollection('guide');
  return lessons.toSorted((a, b) => a.data.order - b.data.order);
}

/** The path of a lesson, from the root of the site. */
export function lessonPath({ id }: Lesson): string {
  return `/guide/${id}/`;
}
