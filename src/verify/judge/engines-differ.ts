import type { Place } from '../../core/place.ts';
import { compareOutput } from '../../examples/compare/compare.ts';
import type { Verdict } from '../../examples/example.ts';
import type { Outcome } from '../findings/finding.ts';

/** The verdict of an example as the end of the sentence "On this engine it …". */
const became: Readonly<Record<Verdict, string>> = {
  verified: 'agrees with the page',
  stale: 'differs from the page',
  raised: 'ends with an error',
  'timed out': 'takes too long',
  'not run': 'is not reached',
  orphan: 'belongs to no example',
  unpinned: 'prints an output that the page does not show',
  illustrative: 'is not run',
};

/** An example that has run, or a value in a sentence after it. */
export interface About {
  readonly place: Place;
  /** The example's id. */
  readonly example: string;
}

/** The outcome of an example that exceeded its time on the embedded engine only. */
export function slowerEmbedded({ place, example }: About, embedded: Outcome, nativeSeconds: number): Outcome {
  const { message = '' } = embedded.finding ?? {};
  const took = nativeSeconds < 0.1 ? 'less than 0.1' : nativeSeconds.toFixed(1);
  const told = `It is slower on the embedded engine; the native one took ${took} s. ${message}`;
  const hint = 'Make it do less, since readers would wait as well, or raise the limit with `--timeout`.';
  return { verdict: 'timed out', finding: { kind: 'timed out', place, example, message: told, hint } };
}

/** The outcome of an example or a prose value whose results differ between the embedded and the native engine. */
export function enginesDiffer({ place, example }: About, native: Outcome, embedded: Outcome): Outcome {
  const rows =
    native.text === undefined || embedded.text === undefined
      ? undefined
      : compareOutput(native.text, embedded.text)?.rows;
  const told = embedded.finding?.message;
  const message = rows
    ? 'The outputs of the embedded and the native engine differ.'
    : `On the embedded engine it ${became[embedded.verdict]}; on the native one it ${became[native.verdict]}.${told === undefined ? '' : ` ${told}`}`;
  const hint = 'The expected output is that of the native engine. Print fewer digits, or fix src/python/packages.';
  const finding = { kind: 'engines differ', place, example, message, hint, ...(rows && { rows }) } as const;
  return { verdict: embedded.verdict === 'verified' ? 'stale' : embedded.verdict, finding };
}

/** The outcome of an example that is as on the page under one version of Python or NumPy, and not under this one. */
export function dependsOnVersion(outcome: Outcome, own: string, other: string): Outcome {
  if (outcome.verdict !== 'stale' || !outcome.finding) return outcome;
  const message = `Under ${other} it prints what the page shows; under ${own} it does not.`;
  const hint = 'Print it in a way that every version prints alike, for instance `print(float(x))` or a format.';
  return { ...outcome, finding: { ...outcome.finding, kind: 'version dependent', message, hint } };
}
