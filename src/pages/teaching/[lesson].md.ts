import type { APIRoute, GetStaticPaths } from 'astro';
import { type Lesson, lessonsInOrder } from '../../site/lessons.ts';
import { notesOn, teachingMarkdown } from '../../site/teaching.ts';

export const getStaticPaths = (async () => {
  const lessons = await lessonsInOrder();
  return lessons.map((lesson) => ({ params: { lesson: lesson.id }, props: { lesson } }));
}) satisfies GetStaticPaths;

/** The notes on a lesson as Markdown. */
export const GET: APIRoute<{ lesson: Lesson }> = async ({ props: { lesson } }) =>
  new Response(teachingMarkdown(lesson, await notesOn(lesson)), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
