/** The browsers that the site is written for: all that have the features of this year's Baseline, and newer ones. */
export const baseline = {
  year: 2023,
  browsers: ['chrome120', 'edge120', 'firefox121', 'safari17.2', 'ios17.2'],
} as const;
