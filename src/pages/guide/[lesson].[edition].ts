import type { APIRoute, GetStaticPaths } from 'astro';
import { type Edition, editions, writeEdition } from '../../site/lesson-editions.ts';
import { type Lesson, lessonsInOrder } from '../../site/lessons.ts';

export const getStaticPaths = (async () => {
  const lessons = await lessonsInOrder();
  return lessons.flatMap((lesson) =>
    editions.map((edition) => ({ params: { lesson: lesson.id, edition }, props: { lesson, edition } })),
  );
}) satisfies GetStaticPaths;

const types: Readonly<Record<Edition, string>> = {
  md: 'text/markdown',
  ipynb: 'application/x-ipynb+json',
  py: 'text/x-python',
};

/** A lesson as Markdown, as a notebook, or as a script. */
export const GET: APIRoute<{ lesson: Lesson; edition: Edition }> = ({ props: { lesson, edition }, site }) =>
  new Response(writeEdition(lesson, edition, site), {
    headers: { 'Content-Type': `${types[edition]}; charset=utf-8` },
  });
