import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { pageName } from './examples/page-name.ts';
import { curlyQuotes } from './markdown/typeset/curly-quotes.ts';

const text = z
  .string()
  .min(1)
  .transform((written) => curlyQuotes(written));

/** The front matter of every page. The verifier checks the same with line numbers (`src/examples/front-matter.ts`). */
const page = z.strictObject({
  title: text,
  summary: text,
  order: z.int().nonnegative(),
});

/** A lesson also states its objectives, its duration, and its prerequisites. */
const lesson = z.strictObject({
  ...page.shape,
  /** Under their names, which predictions, exercises and questions refer to. */
  objectives: z.record(z.string(), text),
  minutes: z.int().positive(),
  prerequisites: z.array(text),
});

/** An entry of the glossary. Formulas are between dollar signs. */
const term = z.strictObject({
  term: text,
  /** Its anchor on the glossary page, and its name in `<Term of="…">`. */
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  definition: z.string().min(1),
  notation: z.string().optional(),
  /** How the notation is read aloud. */
  aloud: z.string().optional(),
  /** The symbol that it explains where it first occurs in a section. */
  symbol: z.string().optional(),
  /** The lessons in which the symbol means this, if it means something else in others. */
  symbolIn: z.array(z.string()).optional(),
  /** The slug of the lesson that introduces it. */
  lesson: z.string(),
  /** Slugs of related terms. */
  see: z.array(z.string()).default([]),
});

/** Under a lesson's address: anchors that were once there, and the lesson and anchor where each is now. */
const movedAnchors = z.record(z.string(), z.string().regex(/^[a-z0-9-]+#.+$/));

/** The notes on a lesson for teachers, under its address. */
const teaching = z.strictObject({
  /** The addresses of the lessons on which it builds. */
  needs: z.array(z.string()),
  ask: z.array(text).min(3),
  misconceptions: z.array(z.strictObject({ belief: text, meet: text })).min(3),
  signs: z.array(text).min(2),
  stuck: z.array(text).min(2),
});

/** A change that readers may want to know of, under a name. */
const news = z.strictObject({
  date: z.coerce.date(),
  title: text,
  summary: text,
  /** The address of the page that it is about. */
  path: z.string().regex(/^\/(?:[a-z0-9-]+\/)*$/),
});

export const collections = {
  guide: defineCollection({
    loader: glob({
      base: './content/guide',
      pattern: '*.mdx',
      generateId: ({ entry }) => pageName(entry),
    }),
    schema: lesson,
  }),
  reference: defineCollection({ loader: glob({ base: './content/reference', pattern: '*.mdx' }), schema: page }),
  glossary: defineCollection({ loader: file('content/glossary.yaml'), schema: term }),
  teaching: defineCollection({ loader: file('content/teaching.yaml'), schema: teaching }),
  news: defineCollection({ loader: file('content/news.yaml'), schema: news }),
  moved: defineCollection({ loader: file('content/moved.yaml'), schema: movedAnchors }),
};
