import type { APIRoute, GetStaticPaths } from 'astro';
import { referenceMarkdown } from '../../site/lesson-editions.ts';
import { type ReferencePage, referencesInOrder } from '../../site/references.ts';

export const getStaticPaths = (async () => {
  const pages = await referencesInOrder();
  return pages.map((page) => ({ params: { page: page.id }, props: { page } }));
}) satisfies GetStaticPaths;

/** A page of the reference as Markdown. */
export const GET: APIRoute<{ page: ReferencePage }> = ({ props: { page }, site }) =>
  new Response(referenceMarkdown(page, site), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
