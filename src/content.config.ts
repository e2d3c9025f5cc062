import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { curlyQuotes } from './markdown/curly-quotes.ts';

const text = z
  .string()
  .min(1)
  .transform((written) => curlyQuotes(written));

/** What stands at the head of a lesson. The verifier checks the same with line numbers (`src/examples/front-matter.ts`). */
const lesson = z.strictObject({
  title: text,
  summary: text,
  objectives: z.array(text).min(1),
  minutes: z.int().positive(),
  prerequisites: z.array(text),
  order: z.int().nonnegative(),
});

export const collections = {
  guide: defineCollection({
    loader: glob({
      base: './content/guide',
      pattern: '*.mdx',
      // The number in a file's name puts the folder in order and is no part of the address.
      generateId: ({ entry }) => entry.replace(/^\d+-/, '').replace(/\.mdx$/, ''),
    }),
    schema: lesson,
  }),
};
