import { rehypeShiki } from '@astrojs/markdown-remark';
import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { shikiTokenClasses } from './typeset/shiki-token-classes.ts';

/** What is not code in any language: Shiki would only complain of it. */
const notCode = ['output', 'text'];

/** Highlights code with classes. Astro's own use of Shiki writes style attributes, which no policy should have to allow. */
export const rehypeHighlight: Plugin<[], Root> = function () {
  return rehypeShiki.call(this, { theme: 'css-variables', transformers: [shikiTokenClasses] }, notCode);
};
