import { rehypeShiki } from '@astrojs/markdown-remark';
import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { shikiTokenClasses } from './typeset/shiki-token-classes.ts';

/** Languages that Shiki does not know and would warn about. */
const notCode = ['output', 'text'];

/** Highlights code with classes. Astro's own Shiki plugin writes style attributes, which the content security policy forbids. */
export const rehypeHighlight: Plugin<[], Root> = function () {
  return rehypeShiki.call(this, { theme: 'css-variables', transformers: [shikiTokenClasses] }, notCode);
};
