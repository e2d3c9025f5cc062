import { explorableItem, isItem, sectionItem } from '../../exercises/progress/progress-item.ts';
import { type Outcome, outcomes } from '../../exercises/progress/progress-record.ts';
import type { ProgressStore } from '../../exercises/progress/progress-store.ts';
import { sectionAt } from '../dom/section-at.ts';
import { markContents } from './mark-contents.ts';
import { openProgress } from './open-progress.ts';

/**
 * Remembers what is read and solved in a lesson, and shows it in the table of contents.
 *
 * @param lesson its address, `derivatives`
 */
export function followReader(lesson: string): void {
  const progress = openProgress();
  followExercises(progress);
  followExplorables(progress);
  const sections = [...document.querySelectorAll<HTMLAnchorElement>('.lesson-rail .contents a')].flatMap(({ hash }) => {
    const heading = document.getElementById(decodeURIComponent(hash.slice(1)));
    return heading ? [heading] : [];
  });
  const show = () => markContents(document, lesson, progress.all());
  progress.watch(show);
  show();
  followSections(progress, lesson, sections);
}

/**
 * Exercises tell of themselves with `exercise-result`: the exercise's name and what became of it. The same outcome again,
 * such as another try that fails, is remembered once a visit.
 */
function followExercises(progress: ProgressStore): void {
  const told = new Map<string, Outcome>();
  document.addEventListener('exercise-result', (event) => {
    const { name, outcome: said, help } = detailOf(event);
    const item = `exercise/${name}`;
    const outcome = outcomeOf(said, Boolean(help) && help !== 'none');
    if (name === undefined || !outcome || !isItem(item) || told.get(item) === outcome) return;
    told.set(item, outcome);
    progress.add(item, outcome);
  });
}

/** Explorables tell of an answered question with `explorable-answered`: the id in the page, and whether it was right. */
function followExplorables(progress: ProgressStore): void {
  document.addEventListener('explorable-answered', (event) => {
    const { id, right } = detailOf(event);
    if (id !== undefined && right !== undefined) progress.add(explorableItem(`${id}`), right ? 'passed' : 'missed');
  });
}

/** The detail of an event if it has the expected fields; else nothing. */
function detailOf(event: Event): Readonly<Record<string, unknown>> {
  return Object((event as CustomEvent).detail);
}

function outcomeOf(said: unknown, helped: boolean): Outcome | undefined {
  if (said === 'passed') return helped ? 'hinted' : 'passed';
  if (said === 'failed') return 'missed';
  return outcomes.find((outcome) => outcome === said);
}

/** A section is read when the next one has come into view after it was in view itself. */
function followSections(progress: ProgressStore, lesson: string, sections: readonly HTMLElement[]): void {
  const end = document.querySelector<HTMLElement>('.lesson-main > .steps');
  const marks = end ? [...sections, end] : sections;
  const seen = new Set<Element>();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      seen.add(target);
      const at = marks.indexOf(target as HTMLElement);
      const before = sections[at - 1];
      if (before && seen.has(before)) read(before);
    }
  });
  const read = (section: HTMLElement) => {
    const item = sectionItem(lesson, section.id);
    if (!progress.record(item).some(([, outcome]) => outcome === 'read')) progress.add(item, 'read');
  };
  for (const mark of marks) observer.observe(mark);
  notePlace(progress, lesson, sections);
}

/**
 * Remembers the section in which the reader answers something or leaves the page, which is where to go on. A browser that
 * is closed does not always tell the page that it is left.
 */
function notePlace(progress: ProgressStore, lesson: string, sections: readonly HTMLElement[]): void {
  const current = () => sectionAt(sections, innerHeight / 2);
  let noted: HTMLElement | undefined;
  const note = (section = current()) => {
    noted = section;
    if (section) progress.add(sectionItem(lesson, section.id), 'tried');
  };
  progress.watch(() => {
    const section = current();
    if (!document.hidden && section !== noted) note(section);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) note();
  });
}
