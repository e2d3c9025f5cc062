import type { APIRoute } from 'astro';
import { coverageMarkdown, numpyCoverage } from '../../site/numpy-coverage.ts';

/** The names of our NumPy as Markdown. */
export const GET: APIRoute = () =>
  new Response(coverageMarkdown(numpyCoverage()), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
