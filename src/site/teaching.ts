import { type CollectionEntry, getEntry } from 'astro:content';
import type { Lesson } from './lessons.ts';

export type TeachingNotes = CollectionEntry<'teaching'>['data'];

/** The path of the notes on a lesson, from the root of the site. */
export const teachingPath = ({ id }: Lesson): string => `/teaching/${id}/`;

/** @throws Error if there are no notes on the lesson */
export async function notesOn({ id }: Lesson): Promise<TeachingNotes> {
  const notes = await getEntry('teaching', id);
  if (!notes) throw new Error(`content/teaching.yaml has no notes on the lesson "${id}".`);
  return notes.data;
}

/** The headings of the notes, which their page and its Markdown share. */
export const teachingHeadings = {
  ask: 'Questions to ask',
  misconceptions: 'Misconceptions, and how to meet them',
  signs: 'Signs of understanding',
  stuck: 'Where people get stuck',
} as const;

/** The notes on a lesson as Markdown. */
export function teachingMarkdown({ data: { title, objectives } }: Lesson, notes: TeachingNotes): string {
  const list = (items: readonly string[]) => items.map((item) => `- ${item}\n`).join('');
  return [
    `# Teaching: ${title}\n`,
    `Learners will be able to:\n\n${list(Object.values(objectives))}`,
    `## ${teachingHeadings.ask}\n\n${list(notes.ask)}`,
    `## ${teachingHeadings.misconceptions}\n\n${list(notes.misconceptions.map(({ belief, meet }) => `**${belief}** ${meet}`))}`,
    `## ${teachingHeadings.signs}\n\n${list(notes.signs)}`,
    `## ${teachingHeadings.stuck}\n\n${list(notes.stuck)}`,
  ].join('\n');
}
