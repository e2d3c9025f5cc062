/** The code that ships to readers or builds pages: everything above the verifier and the pure layers. */
const page = [
  'site',
  'editions',
  'markdown',
  'islands',
  'explorables',
  'figures',
  'numeric',
  'python',
  'exercises',
  'examples',
  'core',
  'styles',
];

/**
 * Which room of `src` (and `scripts`) may import which others. A room is a folder; a file may always import its own room.
 * Naming a room allows its sub-rooms as well, except within that room: there each sub-room says which ones it may import,
 * and `numeric` alone means the files that stand directly in it.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],

  numeric: ['core'],
  'numeric/linear': ['numeric', 'core'],
  'numeric/format': ['numeric', 'core'],
  'numeric/random': ['numeric', 'core'],
  'numeric/functions': ['numeric', 'core'],
  'numeric/derivatives': ['numeric/linear', 'numeric/functions', 'numeric', 'core'],
  'numeric/descent': ['numeric/linear', 'numeric', 'core'],
  'numeric/optimizers': ['numeric/descent', 'numeric/linear', 'numeric', 'core'],
  'numeric/regression': ['numeric/descent', 'numeric/linear', 'numeric', 'core'],

  formulas: ['core'],

  examples: ['core'],
  'examples/compare': ['examples', 'core'],
  'examples/extract': ['examples/compare', 'examples', 'core'],
  'examples/notebooks': ['examples/extract', 'examples', 'core'],

  exercises: ['examples', 'core'],
  'exercises/questions': ['examples', 'core'],
  'exercises/progress': ['core'],
  'exercises/review': ['exercises/progress', 'exercises/questions', 'core'],

  'figures/parts': ['numeric', 'core'],
  'figures/render': ['figures/parts', 'core'],
  'figures/lesson': ['figures/parts', 'numeric', 'core'],
  'figures/explorable': ['figures/parts', 'numeric', 'core'],
  'figures/recorded': ['figures/render', 'figures/parts', 'core'],

  'explorables/format': ['figures', 'numeric', 'core'],
  'explorables/kit': ['explorables/format', 'figures', 'core'],
  'explorables/formula': ['explorables/kit', 'numeric', 'core'],
  'explorables/view': ['explorables/kit', 'figures', 'core'],
  'explorables/chain-rule': ['explorables/format', 'explorables/kit', 'figures', 'numeric', 'core'],
  'explorables/regression': ['explorables/format', 'explorables/kit', 'figures', 'numeric', 'core'],
  'explorables/secant-tangent': [
    'explorables/format',
    'explorables/formula',
    'explorables/kit',
    'figures',
    'numeric',
    'core',
  ],
  explorables: [
    'explorables/chain-rule',
    'explorables/regression',
    'explorables/secant-tangent',
    'explorables/format',
    'explorables/kit',
    'figures',
    'numeric',
    'core',
  ],

  python: ['core'],
  'python/interpreter': ['python', 'core'],
  // The three hosts never import each other.
  'python/native': ['python', 'core'],
  'python/embedded': ['python/interpreter', 'python', 'core'],
  'python/page': ['python/interpreter', 'python', 'core'],
  'python/explain': ['python', 'examples', 'core'],

  'verify/findings': ['examples', 'core'],
  'verify/files': ['core'],
  'verify/configuration': ['examples', 'python', 'core'],
  'verify/read': [
    'verify/configuration',
    'verify/files',
    'verify/findings',
    'markdown',
    'exercises',
    'examples',
    'formulas',
    'core',
  ],
  'verify/run': [
    'verify/read',
    'verify/configuration',
    'verify/files',
    'python',
    'exercises',
    'examples',
    'formulas',
    'core',
  ],
  'verify/judge': [
    'verify/run',
    'verify/read',
    'verify/files',
    'verify/findings',
    'python',
    'exercises',
    'examples',
    'formulas',
    'core',
  ],
  'verify/report': [
    'verify/judge',
    'verify/run',
    'verify/read',
    'verify/files',
    'verify/findings',
    'exercises',
    'examples',
    'figures',
    'core',
  ],
  'verify/update': ['verify/judge', 'verify/read', 'verify/files', 'verify/findings', 'examples', 'core'],
  verify: [
    'verify/update',
    'verify/report',
    'verify/judge',
    'verify/run',
    'verify/read',
    'verify/configuration',
    'verify/files',
    'verify/findings',
    'python',
    'examples',
    'core',
  ],

  'markdown/typeset': ['core'],
  markdown: ['markdown/typeset', 'exercises', 'examples', 'core'],

  editions: ['markdown', 'exercises', 'examples', 'core'],

  site: ['editions', 'markdown', 'python', 'exercises', 'examples', 'core'],

  'site/book': ['site', 'core'],
  'site/build': ['site', 'python', 'core'],
  'site/budgets': ['site/fonts', 'core'],
  'site/fonts': ['core'],
  'site/offline': ['core'],
  'site/search': ['core'],

  'islands/dom': ['core'],
  'islands/landing': ['islands/dom', 'figures', 'numeric', 'core'],
  'islands/offline': ['islands/dom', 'core'],
  'islands/search': ['islands/dom', 'core'],
  'islands/progress': ['islands/dom', 'exercises', 'core'],
  'islands/review': ['islands/progress', 'islands/dom', 'exercises', 'core'],
  'islands/question': ['islands/progress', 'islands/dom', 'exercises', 'core'],
  'islands/cell': ['islands/dom', 'figures', 'python', 'exercises', 'examples', 'core'],
  'islands/exercise': ['islands/cell', 'islands/dom', 'python', 'exercises', 'examples', 'core'],
  'islands/project': ['islands/cell', 'islands/dom', 'python', 'exercises', 'core'],
  'islands/playground': ['islands/cell', 'islands/dom', 'python', 'core'],
  'islands/explorable': ['islands/dom', 'explorables', 'figures', 'core'],

  components: page,
  layouts: ['components', ...page],
  pages: ['components', 'layouts', ...page],
  'content.config': page,

  scripts: ['site/budgets', 'explorables', 'exercises', 'verify', 'markdown', 'python', 'examples', 'core'],
};

/** Rooms that compute and touch nothing, with their sub-rooms: no Node, no DOM of the browser, no clock, no chance. */
export const pure = ['core', 'numeric', 'examples', 'exercises', 'figures', 'explorables'];

/** The room of a file, by its path from the root: `src/numeric/format/format-repr.ts` is in `numeric/format`. */
export function roomOf(path: string): string {
  const [top = '', ...rest] = path.split('/');
  if (top !== 'src') return top;
  const folders = rest.slice(0, -1);
  if (folders.length === 0) return (rest[0] ?? '').replace(/\.ts$/, '');
  // Pages lie in folders for the sake of their addresses.
  return folders[0] === 'pages' ? 'pages' : folders.join('/');
}

/** Whether a file of one room may import a file of another. */
export function allows(from: string, to: string): boolean {
  if (from === to) return true;
  const [house = ''] = from.split('/');
  return (mayImport[from] ?? []).some((room) => room === to || (!room.startsWith(house) && to.startsWith(`${room}/`)));
}
