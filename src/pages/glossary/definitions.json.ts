import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { definitionsOf } from '../../site/definitions-of.ts';

/** The definitions of the glossary, which pages show beside a term. */
export const GET: APIRoute = async () =>
  Response.json(definitionsOf((await getCollection('glossary')).map(({ data }) => data)));
