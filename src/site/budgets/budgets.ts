import { type Kind, kinds, type PageBytes } from './page-bytes.ts';

/** How many bytes a page may load at first, by kind, as sent with gzip. */
export type Budget = Readonly<Record<Kind, number>>;

/** A page that is not a lesson: no more than its text, and what all pages share. */
const others: Budget = { HTML: 25_500, CSS: 14_000, JavaScript: 16_300, fonts: 59_500, images: 0 };

/** Only lessons have figures, explorables and exercises; only the review plans dates at once, and counts what is due. */
const lessons: Budget = { ...others, HTML: 53_700, JavaScript: 7_500, CSS: 13_000, fonts: 61_000 };

/** How much a lesson may load at first in all: a promise to readers, which is not raised. */
const lessonLimit = 130_000;

/** How many bytes of programs a page may have when all of its explorables are alive. */
const aliveBudget = 163_000;

/** A sentence if the explorables of a page need more. */
export function overAliveBudget(file: string, bytes: number): string[] {
  if (bytes <= aliveBudget) return [];
  return [
    `${file}: with all explorables alive, JavaScript is ${kilobytes(bytes)} compressed, ${kilobytes(bytes - aliveBudget)} above the budget of ${kilobytes(aliveBudget)}.`,
  ];
}

/** The budget of the page of a file of the built site. */
export function budgetOf(file: string): Budget {
  return isLesson(file) ? lessons : others;
}

function isLesson(file: string): boolean {
  return /^guide[\\/]/.test(file);
}

/** A sentence if a lesson loads more than any lesson may, with what can be done. */
export function overLimit(file: string, page: PageBytes): string[] {
  const bytes = kinds.reduce((sum, kind) => sum + page[kind].bytes, 0);
  const over = bytes - lessonLimit;
  if (!isLesson(file) || over <= 0) return [];
  const list = kinds.map((kind) => `${kind} ${kilobytes(page[kind].bytes)}`).join(', ');
  return [
    `${file}: the first load is ${kilobytes(bytes)} compressed, ${kilobytes(over)} above the ${kilobytes(lessonLimit)} that no lesson exceeds: ${list}. This limit is not raised. Draw fewer marks in its figures, use no character that needs a font of its own, leave to src/site/build/held-back.ts what nobody sees when the lesson opens, or make two lessons of it.`,
  ];
}

/** The kinds of which a page loads too much, each as a sentence with the largest things of that kind. */
export function overBudget(file: string, page: PageBytes, budget: Budget = budgetOf(file)): string[] {
  return kinds.flatMap((kind) => {
    const { bytes, items } = page[kind];
    const over = bytes - budget[kind];
    if (over <= 0) return [];
    const largest = items.toSorted((a, b) => b.bytes - a.bytes).slice(0, 5);
    const list = largest.map((item) => `  ${kilobytes(item.bytes)}  ${item.name}`).join('\n');
    const unit = kind === 'HTML' ? 'before compression' : 'as sent';
    return `${file}: ${kind} is ${kilobytes(bytes)} compressed, ${kilobytes(over)} above the budget of ${kilobytes(budget[kind])}. Largest, ${unit}:\n${list}`;
  });
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
