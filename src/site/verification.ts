import { render } from 'astro:content';
import type { Verdict } from '../examples/example.ts';
import { pageName } from '../examples/page-name.ts';
import type { ProofRecord, RecordedRun } from '../markdown/proof-record.ts';
import type { Proven } from '../markdown/remark-examples.ts';
import { lessonPath, lessonsInOrder } from './lessons.ts';
import { referencePath, referencesInOrder } from './references.ts';

/** The runs of a page, with their sums. */
export interface VerifiedPage {
  /** The id of its part of the page of verification; a row of it is `derivatives/nudge`. */
  readonly name: string;
  readonly title: string;
  /** From the root of the site. */
  readonly path: string;
  readonly record: ProofRecord;
  readonly sums: Sums;
}

/** Numbers of statements by kind; the examples without those that are never run. */
export interface Sums {
  readonly examples: Proven;
  readonly values: Proven;
  readonly formulas: Proven;
  readonly rules: Proven;
  readonly exercises: Proven;
}

/**
 * The path of the page of verification, from the root of the site.
 *
 * @param row the page's name and the example's, `derivatives/nudge`
 */
export function verificationPath(row?: string): string {
  return row === undefined ? '/verification/' : `/verification/#${row}`;
}

/** The lessons and the pages of the reference that have something to run, in their order. */
export async function verifiedPages(): Promise<VerifiedPage[]> {
  const lessons = (await lessonsInOrder()).map((page) => ({ page, path: lessonPath(page) }));
  const references = (await referencesInOrder()).map((page) => ({ page, path: referencePath(page) }));
  const pages = await Promise.all(
    [...lessons, ...references].map(async ({ page, path }) => {
      const { remarkPluginFrontmatter } = await render(page);
      const record = remarkPluginFrontmatter['record'] as ProofRecord;
      return { name: pageName(page.id), title: page.data.title, path, record, sums: sumsOf(record) };
    }),
  );
  return pages.filter(({ sums }) => Object.values(sums).some(({ all }) => all > 0));
}

export function sumsOf({ examples, rules, exercises }: ProofRecord): Sums {
  return {
    examples: count(examples.filter(({ reason }) => reason === undefined)),
    values: count(examples.flatMap(({ values }) => values)),
    formulas: count(examples.flatMap(({ formulas }) => formulas)),
    rules: count(rules),
    exercises: count(exercises),
  };
}

/** The sums of several pages together. */
export function addSums(all: readonly Sums[]): Sums {
  const add = (kind: keyof Sums): Proven => ({
    all: all.reduce((total, sums) => total + sums[kind].all, 0),
    verified: all.reduce((total, sums) => total + sums[kind].verified, 0),
  });
  return {
    ...{ examples: add('examples'), values: add('values'), formulas: add('formulas') },
    ...{ rules: add('rules'), exercises: add('exercises') },
  };
}

function count(all: readonly { readonly verdict: Verdict | undefined }[]): Proven {
  return { all: all.length, verified: all.filter(({ verdict }) => verdict === 'verified').length };
}

/** The engines of all runs, each once, and the times of the first and of the last run; no times if nothing was run. */
export function runsOf(records: readonly ProofRecord[]): { engines: string[]; first?: string; last?: string } {
  const runs = records.flatMap(({ examples, exercises }): RecordedRun[] => [...examples, ...exercises]);
  const times = runs.flatMap(({ ranAt }) => (ranAt === '' ? [] : [ranAt])).sort();
  const [first, last] = [times[0], times.at(-1)];
  return {
    engines: [...new Set(runs.flatMap(({ engines }) => engines))],
    ...(first !== undefined && last !== undefined && { first, last }),
  };
}
