import { hrefUnder } from '../core/href-under.ts';

/** The address of a page of the site, with the base path before it: `href('/guide/derivatives/')`. */
export const href = hrefUnder(import.meta.env.BASE_URL);
