import { sectionOf } from '../../exercises/progress/progress-item.ts';
import { makeElement } from '../dom/make-element.ts';
import { openProgress } from './open-progress.ts';

/** Says at each link of a list of lessons how many of its sections were read. */
export function markLessons(list: ParentNode): void {
  const read = new Map<string, number>();
  for (const [item, record] of openProgress().all()) {
    const lesson = sectionOf(item)?.lesson;
    if (lesson === undefined || !record.some(([, outcome]) => outcome === 'read')) continue;
    read.set(lesson, (read.get(lesson) ?? 0) + 1);
  }
  for (const link of list.querySelectorAll<HTMLAnchorElement>('li a')) {
    link.querySelector('.lesson-menu-read')?.remove();
    const count = read.get(link.pathname.split('/').at(-2) ?? '') ?? 0;
    if (count === 0) continue;
    const words = `${count} ${count === 1 ? 'section' : 'sections'} read`;
    link.append(makeElement('span', { className: 'lesson-menu-read' }, words));
  }
}
