import { rehypeShiki } from '@astrojs/markdown-remark';
import type { Root } from 'hast';
import type { ShikiTransformer } from 'shiki';
import type { Plugin } from 'unified';
import { shikiTokenClasses } from './typeset/shiki-token-classes.ts';

/** Languages that Shiki does not support and would warn about. */
const notCode = ['output', 'text'];

/** By default Shiki leaves the rest of a line plain after half a second, so the page would depend on the machine's load. */
const withoutTimeLimit: ShikiTransformer = {
  name: 'without-time-limit',
  preprocess(_code, options) {
    options.tokenizeTimeLimit = 0;
  },
};

/** Highlights code with classes. Astro's own Shiki plugin writes style attributes, which the content security policy forbids. */
export const rehypeHighlight: Plugin<[], Root> = function () {
  return rehypeShiki.call(
    this,
    { theme: 'css-variables', transformers: [withoutTimeLimit, shikiTokenClasses] },
    notCode,
  );
};
