import { type LessonItems, lastPlace, lessonProgress } from '../../exercises/progress/lesson-progress.ts';
import type { Item } from '../../exercises/progress/progress-item.ts';
import type { Progress } from '../../exercises/progress/progress-store.ts';
import { openProgress } from './open-progress.ts';

/** Shows in each list of lessons how far the reader has come, and makes a link lead to where the reader was last. */
export function showRoute(page: Document): void {
  const store = openProgress();
  const show = () => {
    const progress = store.all();
    for (const place of page.querySelectorAll<HTMLElement>('[data-progress-of]')) showLesson(place, progress);
    for (const link of page.querySelectorAll<HTMLAnchorElement>('a[data-continue]')) showContinue(page, link, progress);
  };
  store.watch(show);
  show();
}

function showLesson(place: HTMLElement, progress: Progress): void {
  const { read, sections, done, missed, tasks } = lessonProgress(itemsOf(place), progress);
  const parts = [
    read > 0 ? (read === sections ? 'read' : `${read} of ${sections} sections read`) : '',
    done > 0 ? `${done} of ${tasks} answered` : '',
    missed > 0 ? `${missed} to try again` : '',
  ].filter(Boolean);
  place.textContent = parts.join(' · ');
  place.hidden = parts.length === 0;
}

function itemsOf({ dataset }: HTMLElement): LessonItems {
  const words = (text: string | undefined) => (text ?? '').split(' ').filter(Boolean);
  return {
    lesson: dataset['progressOf'] ?? '',
    sections: words(dataset['sections']),
    tasks: words(dataset['tasks']) as Item[],
  };
}

function showContinue(page: Document, link: HTMLAnchorElement, progress: Progress): void {
  const last = lastPlace(progress);
  const lesson = last && page.querySelector<HTMLAnchorElement>(`[data-lesson-link="${CSS.escape(last.lesson)}"]`);
  if (!lesson) return;
  link.href = `${lesson.pathname}#${encodeURIComponent(last.anchor)}`;
  link.textContent = `Continue: ${lesson.textContent.trim()}`;
}
