import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { explorables } from '../../../src/explorables/explorables.ts';
import type { Explorable } from '../../../src/explorables/kit/explorable.ts';
import { shownOf } from './shown-of.ts';
import { statesToProve } from './states-to-prove.ts';

const judge = fileURLToPath(new URL('judge.py', import.meta.url));

/** The results of NumPy for the numbers that an explorable shows. */
export interface Verdict {
  /** Whether these are all states that the controls reach by their steps. */
  readonly all: boolean;
  readonly states: number;
  readonly numbers: number;
  /** How many numbers have an error larger than their last shown digit, so that only the digits before it are judged. */
  readonly undecided: number;
  readonly wrong: number;
  /** The first faults. */
  readonly faults: readonly string[];
}

/** How many states of each are tried, so that all of them together take about as long as one another. */
export const mostStates: Readonly<Record<string, number>> = {
  basins: 1500,
  broadcasting: 192,
  'chain-rule': 1500,
  'contour-walk': 3000,
  'deep-chain': 3150,
  'descent-1d': 1500,
  'difference-error': 6000,
  halving: 780,
  'ill-conditioning': 600,
  'loss-dial': 301,
  'mini-batches': 80,
  neuron: 3000,
  'optimizer-race': 300,
  'partial-slices': 6300,
  'paths-add': 3000,
  'polynomial-fit': 600,
  'rate-regimes': 6100,
  regression: 1500,
  residuals: 110,
  saddle: 700,
  'secant-tangent': 1500,
  'steepest-direction': 4000,
  'two-vectors': 3000,
};

/**
 * Shows an explorable in many states and lets `judge.py` compare its numbers with NumPy's.
 *
 * @param python a Python that has NumPy.
 * @param explorable what is judged by the model of that name; default the one that is listed by it.
 * @throws Error if the judge cannot judge.
 */
export async function proveExplorable(
  python: string,
  id: string,
  { most = mostStates[id] ?? 0, seed = 1, explorable }: { most?: number; seed?: number; explorable?: Explorable } = {},
): Promise<Verdict> {
  const judged = explorable ?? (await explorables[id]?.());
  if (judged === undefined) throw new Error(`There is no explorable ${id}.`);
  const { states, all } = statesToProve(judged.controls, most, seed);
  const child = spawn(python, ['-B', judge, id], { stdio: ['pipe', 'pipe', 'inherit'] });
  let verdict = '';
  child.stdout.on('data', (chunk: Buffer) => {
    verdict += chunk.toString();
  });
  const closed = once(child, 'close');
  // What a judge that has failed says on its own is told below.
  child.stdin.on('error', () => undefined);
  for (const [i, state] of states.entries()) {
    // The golden ratio spreads the places over the run, however many there are.
    const line = `${JSON.stringify(shownOf(judged, state, (i * 0.618034) % 1))}\n`;
    if (!child.stdin.write(line)) await Promise.race([once(child.stdin, 'drain'), closed]);
  }
  child.stdin.end();
  const [code] = (await closed) as [number | null];
  if (code !== 0) throw new Error(`The judge of ${id} ended with ${code}.`);
  return { ...(JSON.parse(verdict) as Omit<Verdict, 'all'>), all };
}
