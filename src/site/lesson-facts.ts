import { href } from './href.ts';
import { type Lesson, lessonPath } from './lessons.ts';
import type { LessonFacts } from './structured-data.ts';

/** The data for search engines of a lesson of the site at `origin`. */
export function lessonFacts(lesson: Lesson, origin: URL | undefined): LessonFacts {
  const { title, summary, minutes, objectives } = lesson.data;
  const address = new URL(href(lessonPath(lesson)), origin).href;
  return { title, summary, address, minutes, objectives: Object.values(objectives) };
}
