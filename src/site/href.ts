import { hrefUnder } from '../core/href-under.ts';

/** The address of a page of ours, wherever the site stands: `href('/guide/derivatives/')`. */
export const href = hrefUnder(import.meta.env.BASE_URL);
