import type { APIRoute } from 'astro';
import { href } from '../site/href.ts';
import { lessonPath, lessonsInOrder } from '../site/lessons.ts';
import { sayMinutes } from '../site/minutes.ts';
import { notesOn } from '../site/teaching.ts';

/** The route map as Markdown. */
export const GET: APIRoute = async ({ site }) => {
  const lessons = await lessonsInOrder();
  const titles = new Map(lessons.map(({ id, data }) => [id, data.title]));
  const parts = await Promise.all(
    lessons.map(async (lesson) => {
      const { title, summary, minutes, objectives } = lesson.data;
      const { needs } = await notesOn(lesson);
      const names = needs.map((id) => titles.get(id)).join(', ') || 'no other lesson';
      const list = Object.values(objectives).map((objective) => `- ${objective}\n`);
      const address = new URL(href(lessonPath(lesson)), site);
      return `## [${title}](${address})\n\n${summary}\n\nNeeds: ${names}. About ${sayMinutes(minutes)}.\n\n${list.join('')}`;
    }),
  );
  return new Response(`# Route map\n\n${parts.join('\n')}`, {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};
