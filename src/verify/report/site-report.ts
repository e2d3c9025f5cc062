import { relative, resolve, sep } from 'node:path';
import { exampleDigest, formulaDigest, ruleDigest, valueDigest } from '../../examples/example-digest.ts';
import type { Report, ReportedClaim, ReportedExample, ReportedExercise } from '../../examples/report.ts';
import { exerciseDigest } from '../../exercises/exercise-digest.ts';
import { readJson, readText, writeText } from '../files/file-store.ts';
import type { Finding } from '../findings/finding.ts';
import type { Judged, JudgedFile } from '../judge/judged-file.ts';
import type { Verification } from '../judge/verification.ts';
import { sha256 } from '../run/cache.ts';

/** The project, and the folder that the names of files start from. */
interface Folders {
  readonly root: string;
  readonly cwd: string;
}

type FileReport = Omit<Report, 'format'>;

const empty: Report = { format: 4, examples: [], claims: [], exercises: [] };

/**
 * Writes the report that the pages show. Files, and examples of a file, that were not verified this time keep their
 * earlier entries: each entry has a digest, so that a page never shows the proof of another text.
 */
export function writeSiteReport(path: string, { files }: Verification, { root, cwd }: Folders): void {
  // A guide outside this project has no page on the site.
  const inRoot = files
    .map((judged) => ({ judged, file: relative(root, resolve(cwd, judged.lesson.file)).split(sep).join('/') }))
    .filter(({ file }) => !file.startsWith('..'));
  const fresh = inRoot.map(({ judged, file }) => reportFile(judged, file));
  const whole = new Set(inRoot.filter(({ judged }) => isWhole(judged)).map(({ file }) => file));
  const before = readJson<Report>(path, empty);
  const kept = before.format === 4 ? before : empty;
  const freshExamples = fresh.flatMap(({ examples }) => examples);
  const freshClaims = fresh.flatMap(({ claims }) => claims);
  const freshExercises = fresh.flatMap(({ exercises }) => exercises);
  const report: Report = {
    format: 4,
    examples: replace(keptOf(kept.examples, whole), freshExamples, ({ id }) => id),
    claims: replace(keptOf(kept.claims, whole), freshClaims, ({ digest }) => digest),
    exercises: replace(keptOf(kept.exercises, whole), freshExercises, ({ name }) => name),
  };
  const text = JSON.stringify(report);
  // The development server loads its pages again when the file is written.
  if (text !== readText(path)) writeText(path, text);
}

interface Entry {
  readonly file: string;
}

/** The entries of files that were not verified as a whole. */
function keptOf<E extends Entry>(entries: readonly E[], whole: ReadonlySet<string>): E[] {
  return entries.filter(({ file }) => !whole.has(file));
}

/** The new entries, and the old entries that they do not replace. */
function replace<E extends Entry>(before: readonly E[], fresh: readonly E[], keyOf: (entry: E) => string): E[] {
  const seen = new Set(fresh.map((entry) => `${entry.file}#${keyOf(entry)}`));
  return [...before.filter((entry) => !seen.has(`${entry.file}#${keyOf(entry)}`)), ...fresh];
}

/** Whether all of a file was verified, and not one of its examples alone. */
function isWhole({ lesson, examples, rules, formulas }: JudgedFile): boolean {
  const { extracted } = lesson;
  const parts = [examples, rules, formulas].map(({ length }) => length);
  return parts.join() === [extracted.examples, extracted.rules, extracted.formulas].map(({ length }) => length).join();
}

function reportFile({ lesson, examples, values, rules, formulas, exercises }: JudgedFile, file: string): FileReport {
  const { extracted } = lesson;
  return {
    examples: examples.map(
      ({ subject, verdict, findings, text, figures, ranBy, ranAt }): ReportedExample => ({
        file,
        id: subject.id,
        digest: exampleDigest(subject, extracted, sha256),
        verdict,
        ...problemOf(findings),
        output: text ?? '',
        figures,
        engines: ranBy,
        ranAt: ranAt ?? '',
      }),
    ),
    claims: [
      ...values.map((one) => claimOf(one, valueDigest(one.subject, extracted, sha256))),
      ...formulas.map((one) => claimOf(one, formulaDigest(one.subject, extracted, sha256))),
      ...rules.map((one) => claimOf(one, ruleDigest(one.subject, sha256))),
    ].map((claim) => ({ file, ...claim })),
    exercises: exercises.map(
      ({ subject, findings, mutants, caught, ranBy, ranAt }): ReportedExercise => ({
        file,
        name: subject.name,
        digest: exerciseDigest(subject, extracted.exercises, sha256),
        verdict: findings.length === 0 && ranBy.length > 0 ? 'verified' : 'stale',
        mutants,
        caught,
        engines: ranBy,
        ranAt: ranAt ?? '',
      }),
    ),
  };
}

/** The claim without its file. */
function claimOf({ verdict, findings }: Judged<unknown>, digest: string): Omit<ReportedClaim, 'file'> {
  return { digest, verdict, ...problemOf(findings) };
}

/** The first finding in words: the message, the lines that differ, and the remedy. */
function problemOf([first]: readonly Finding[]): { readonly problem?: string } {
  if (!first) return {};
  const { message, rows = [], hint } = first;
  const differing = rows.filter(({ side }) => side !== 'both').slice(0, 12);
  const lines = differing.map(({ side, text }) => `${side === 'expected' ? '−' : '+'} ${text}`);
  const remedy = hint ?? 'Run `npm run verify -- --update` if what came out is right.';
  return { problem: [message, ...lines, remedy].join('\n') };
}
