import type { APIRoute } from 'astro';
import { glossaryMarkdown } from '../site/glossary.ts';

/** The glossary as Markdown. */
export const GET: APIRoute = async () =>
  new Response(await glossaryMarkdown(), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
