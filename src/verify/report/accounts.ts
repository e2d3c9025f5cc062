import type { Example, Verdict } from '../../examples/example.ts';
import type { Convention } from '../../examples/guide-reading.ts';
import { expectedException } from '../judge/judge.ts';
import type { Judged, JudgedFile } from '../judge/judged-file.ts';

/** The account of a Python fence: each has exactly one of these, the good ones first. */
export const accounts = [
  'as printed',
  'prints nothing',
  'output not shown',
  'raises as expected',
  'illustrative',
  'part of an exercise',
  'unpinned',
  'stale',
  'raised',
  'timed out',
  'not run',
  'not checked',
] as const;

export type Account = (typeof accounts)[number];

/** The fences of some files by what became of them. `python` has every account, so that its sum is all Python fences. */
export interface FenceAccounts {
  readonly python: Readonly<Record<Account, number>>;
  /** Expected outputs: those of examples, and those without one. */
  readonly outputs: number;
  readonly orphans: number;
  /** Fences of other languages. */
  readonly others: number;
  /** How many examples have an output that is shown by each convention. */
  readonly shownBy: Readonly<Partial<Record<Convention, number>>>;
  /** How often each reason is given for code that is not run, the most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
}

/** Accounts for every fence of some files that were verified as a whole. */
export function accountFor(files: readonly JudgedFile[]): FenceAccounts {
  const python = Object.fromEntries(accounts.map((one) => [one, 0])) as Record<Account, number>;
  for (const fence of files.flatMap(byFence)) python[worstAccount(fence)] += 1;
  const sum = (count: (file: JudgedFile) => number) => files.reduce((total, file) => total + count(file), 0);
  python['part of an exercise'] = sum((file) => file.lesson.extracted.exerciseFences);
  python['not checked'] = sum((file) => file.lesson.extracted.unchecked.filter(({ isFence }) => isFence).length);
  return {
    python,
    outputs: sum((file) => file.examples.reduce((total, { subject }) => total + countShown(subject), 0)),
    orphans: sum((file) => file.orphans.length),
    others: sum((file) => file.lesson.extracted.otherFences),
    shownBy: countConventions(files.flatMap(({ examples }) => examples)),
    reasons: reasonsOf(files),
  };
}

/** The sum of all fences. */
export function countFences({ python, outputs, orphans, others }: FenceAccounts): number {
  return countPython(python) + outputs + orphans + others;
}

export function countPython(python: FenceAccounts['python']): number {
  return accounts.reduce((sum, one) => sum + python[one], 0);
}

/** The examples of each fence: the statements of an interactive session are in one. */
function byFence({ examples }: JudgedFile): Judged<Example>[][] {
  return [...Map.groupBy(examples, ({ subject }) => subject.prompt?.fence ?? subject.code.span.start).values()];
}

/** The account of a fence is the worst of its examples'. */
function worstAccount(fence: readonly Judged<Example>[]): Account {
  const own = fence.map(accountOf);
  return accounts.findLast((one) => own.includes(one)) ?? 'not run';
}

/** The number of fences that show what an example prints or raises; in a session they are lines of its fence. */
function countShown({ output, error, more = [], prompt }: Example): number {
  return prompt ? 0 : [output, error, ...more].filter((fence) => fence !== undefined).length;
}

const failed: Readonly<Record<Exclude<Verdict, 'verified'>, Account>> = {
  stale: 'stale',
  raised: 'raised',
  'timed out': 'timed out',
  'not run': 'not run',
  unpinned: 'unpinned',
  illustrative: 'illustrative',
  orphan: 'not run',
};

function accountOf({ subject, verdict, shownBy }: Judged<Example>): Account {
  if (verdict !== 'verified') return failed[verdict];
  if (expectedException(subject) !== undefined) return 'raises as expected';
  if (subject.cell?.mayRaise) return 'raises as expected';
  if (subject.cell?.hidesOutput && subject.output === undefined) return 'output not shown';
  return subject.output === undefined && shownBy === undefined ? 'prints nothing' : 'as printed';
}

function countConventions(examples: readonly Judged<Example>[]): FenceAccounts['shownBy'] {
  const counts: Partial<Record<Convention, number>> = {};
  for (const example of examples) {
    const way = conventionOf(example);
    if (way !== undefined) counts[way] = (counts[way] ?? 0) + 1;
  }
  return counts;
}

function conventionOf({ subject, shownBy }: Judged<Example>): Convention | undefined {
  return subject.shownBy ?? shownBy;
}

function reasonsOf(files: readonly JudgedFile[]): FenceAccounts['reasons'] {
  const given = files.flatMap(({ examples, lesson }) => [
    ...examples.flatMap(({ subject }) => subject.options.illustrative ?? []),
    ...lesson.extracted.unchecked.map(({ reason }) => reason),
  ]);
  const groups = Map.groupBy(given, (reason) => reason);
  return [...groups]
    .map(([reason, same]) => ({ reason, count: same.length }))
    .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason, 'en'));
}
