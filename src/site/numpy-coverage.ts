import { join } from 'node:path';
import { type Covered, type Exactness, readCoverage } from '../python/interpreter/read-coverage.ts';

/** Names of our NumPy in one module or class. */
export interface CoveredHome {
  readonly title: string;
  /** Its anchor in the page. */
  readonly id: string;
  readonly names: readonly Covered[];
}

/** How near results are to those of NumPy, in the order of the page. */
export const exactnessWords: Readonly<Record<Exactness, string>> = {
  exact: 'Exact',
  '2 ulp': 'Within two units in the last place',
  'backward error': 'Exact for inputs that differ in their last digits',
};

const homes: readonly (readonly [home: string, title: string, id: string])[] = [
  ['', 'np', 'functions'],
  ['ndarray', 'Arrays', 'arrays'],
  ['linalg', 'np.linalg', 'linalg'],
  ['random', 'np.random', 'random'],
];

/** The names of our NumPy by where they are. */
export function numpyCoverage(): CoveredHome[] {
  const covered = readCoverage(join(process.cwd(), 'src/python/packages/numpy/_coverage.py'));
  const homeOf = ({ name }: Covered) => name.split('.').slice(0, -1).join('.');
  const rest = covered.filter((one) => !homes.some(([home]) => home === homeOf(one)));
  return [
    ...homes.map(([home, title, id]) => ({ title, id, names: covered.filter((one) => homeOf(one) === home) })),
    ...(rest.length === 0 ? [] : [{ title: 'More', id: 'more', names: rest }]),
  ];
}

/** The names as Markdown. */
export function coverageMarkdown(all: readonly CoveredHome[]): string {
  const parts = all.map(({ title, names }) => {
    const lines = Object.entries(exactnessWords).flatMap(([exactness, words]) => {
      const those = names.filter((one) => one.exactness === exactness).map(({ name }) => `\`${name}\``);
      return those.length === 0 ? [] : [`- ${words}: ${those.join(', ')}`];
    });
    return `## ${title}\n\n${lines.join('\n')}\n`;
  });
  return `# NumPy in the page\n\n${parts.join('\n')}`;
}
