import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { mostStates, type Verdict as Numbers } from './prove-explorable.ts';
import { pythonWithNumpy } from './python-with-numpy.ts';

/** The results of NumPy for the numbers, and the false claims. */
interface Verdict extends Numbers {
  readonly said: readonly string[];
}

/** Compares the numbers that the explorables show with NumPy, and checks their sentences. See `judge.py` and `tests/explorables/claims/`. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' } },
});
const unknown = positionals.filter((id) => !Object.hasOwn(mostStates, id));
const seed = Number(values.seed);

if (unknown.length > 0 || !Number.isInteger(seed)) {
  const wrong =
    unknown.length > 0 ? `There is no explorable ${unknown[0]}.` : `The seed “${values.seed}” is no whole number.`;
  console.error(`${wrong} Usage: npm run prove-explorables [-- --seed 7] [${Object.keys(mostStates).join(' | ')}]`);
  process.exitCode = 2;
} else {
  process.exitCode = await proveAll(positionals.length > 0 ? positionals : Object.keys(mostStates));
}

async function proveAll(ids: readonly string[]): Promise<number> {
  const python = await pythonWithNumpy(process.env);
  const left = [...ids];
  const verdicts: Verdict[] = [];
  const work = async () => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      const verdict = await inWorker(python, id);
      verdicts.push(verdict);
      console.log(told(id, verdict));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  const sum = (of: (verdict: Verdict) => number) => verdicts.reduce((total, verdict) => total + of(verdict), 0);
  console.log(
    `${sum(({ numbers }) => numbers)} numbers in ${sum(({ states }) => states)} states compared, ${sum(({ wrong }) => wrong)} wrong; ${sum(({ said }) => said.length)} sentences not so`,
  );
  return verdicts.every(({ wrong, numbers, said }) => wrong === 0 && numbers > 0 && said.length === 0) ? 0 : 1;
}

function inWorker(python: string, id: string): Promise<Verdict> {
  const worker = new Worker(new URL('./prove-one.ts', import.meta.url), {
    workerData: { python, id, seed },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function told(id: string, { all, states, numbers, undecided, wrong, faults, said }: Verdict): string {
  const head = `${wrong + said.length === 0 ? '✓' : '✗'} ${id}: ${numbers} numbers in ${all ? 'all ' : ''}${states} states, ${wrong} wrong`;
  const rest =
    undecided > 0 ? [`  ${undecided} of them are uncertain by more than their last digit, as floats are there`] : [];
  return [head, ...rest, ...[...faults, ...said].map((fault) => `  ${fault}`)].join('\n');
}
