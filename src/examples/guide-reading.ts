/** The ways in which guides show an output, with the words of reports and of configuration files. */
export const conventions = [
  'output fence',
  'announced fence',
  'error fence',
  'interactive session',
  'cell output',
  'fence after the code',
  'comment lines',
  'comments after print',
] as const;

/** The way in which a page shows an output. */
export type Convention = (typeof conventions)[number];

/**
 * Whether something counts as an output: `always`, so that a difference is a finding; `if equal`, so that it is something
 * else where it differs; or `never`.
 */
export type Counts = 'always' | 'if equal' | 'never';

/** How the pages of a guide are read. */
export interface GuideReading {
  readonly conventions: Readonly<Record<Convention, Counts>>;
  /** The blocks that share a namespace, unless a fence names a session. */
  readonly session: 'page' | 'fence';
  /** Words that mark a fence that is not run, besides those of common tools. */
  readonly skip: readonly string[];
}

/** A fence that nothing marks as an output, and comments behind `print`, may be something else. */
export const defaultReading: GuideReading = {
  conventions: {
    'output fence': 'always',
    'announced fence': 'always',
    'error fence': 'always',
    'interactive session': 'always',
    'cell output': 'always',
    'fence after the code': 'if equal',
    'comment lines': 'always',
    'comments after print': 'if equal',
  },
  session: 'page',
  skip: [],
};
