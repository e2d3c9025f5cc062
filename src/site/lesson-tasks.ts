import { render } from 'astro:content';
import type { LessonItems } from '../exercises/progress/lesson-progress.ts';
import type { Item } from '../exercises/progress/progress-item.ts';
import type { Card } from '../exercises/questions/question.ts';
import type { ContentsEntry } from '../markdown/rehype-contents.ts';
import type { ExerciseName } from '../markdown/remark-questions.ts';
import type { Lesson } from './lessons.ts';

/** The tasks of a lesson, and the cards of its questions. */
export interface LessonTasks extends LessonItems {
  readonly cards: readonly Card[];
  readonly exercises: readonly ExerciseName[];
}

export async function lessonTasks(lesson: Lesson): Promise<LessonTasks> {
  const { remarkPluginFrontmatter } = await render(lesson);
  const { contents, cards, tasks, exercises } = remarkPluginFrontmatter as {
    contents: readonly ContentsEntry[];
    cards: readonly Card[];
    tasks: readonly Item[];
    exercises: readonly ExerciseName[];
  };
  return { lesson: lesson.id, sections: contents.map(({ anchor }) => anchor), tasks, cards, exercises };
}
