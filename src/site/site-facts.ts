/** The name of the site, and what it is in one sentence. */
export const siteName = 'Calculus for ML';
export const siteSummary =
  'The calculus behind training a model, for programmers: from derivatives to gradient descent, with every output run.';

/** The background of a page in each scheme: `--color-surface` of `src/styles/tokens.css`. */
export const surfaces = { light: '#fdfdfb', dark: '#15171b' } as const;

/** The license of texts and code, as an address. */
export const licenseAddress = 'https://opensource.org/license/mit';
