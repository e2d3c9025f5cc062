import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { InputError } from '../../core/input-error.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { Finding } from '../findings/finding.ts';
import type { JudgedFile } from '../judge/judged-file.ts';
import { sha256 } from '../run/cache.ts';
import { errorsOf } from './totals.ts';

/** A finding that is known and does not fail. */
export interface KnownFinding {
  /** Relative to the folder of the baseline file, with forward slashes. */
  readonly file: string;
  readonly kind: string;
  /** The first line of the code, or the message where there is no code: for people. */
  readonly about: string;
  /** A digest of the code and the shown output, or of the message: it does not depend on the line. */
  readonly key: string;
  /** How many findings have this key. */
  readonly count: number;
}

/** The content of a baseline file. */
export interface Baseline {
  readonly version: 1;
  /** The engines that found them: other engines may come to other findings. */
  readonly engines: readonly string[];
  readonly findings: readonly KnownFinding[];
}

/** A baseline file that is missing or is none. */
export class BaselineError extends InputError {}

/** A finding by its file and key, which together identify it. */
type Identified = Omit<KnownFinding, 'count'>;

/** Reads a baseline file, by its absolute path. @throws BaselineError */
export function readBaseline(path: string, shown: string): Baseline {
  const hint = 'Write it with `--baseline write`.';
  if (!existsSync(path)) throw new BaselineError(`There is no baseline file \`${shown}\`. ${hint}`);
  try {
    const baseline = JSON.parse(readFileSync(path, 'utf8')) as Partial<Baseline>;
    if (baseline.version === 1 && Array.isArray(baseline.findings) && Array.isArray(baseline.engines)) {
      return baseline as Baseline;
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new BaselineError(`\`${shown}\` is no baseline file. ${hint}`);
}

/** Writes a baseline file: a finding a line, sorted, so that its changes are readable. */
export function writeBaseline(path: string, { version, engines, findings }: Baseline): void {
  const lines = findings.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
  const list = lines === '' ? '[]' : `[\n${lines}\n  ]`;
  replaceFile(
    path,
    `{\n  "version": ${version},\n  "engines": ${JSON.stringify(engines)},\n  "findings": ${list}\n}\n`,
  );
}

/** All findings of some files that fail, as a baseline. @param path the absolute path of its file */
export function baselineOf(files: readonly JudgedFile[], path: string, { cwd, engines }: RunPlace): Baseline {
  const all = files.flatMap((file) => errorsOf(file).map((one) => identify(one, file, { path, cwd })));
  const groups = Map.groupBy(all, (one) => `${one.file}\0${one.key}`);
  const findings = [...groups.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, count: others.length + 1 }] : [],
  );
  return { version: 1, engines, findings: findings.toSorted(byFileAndKey) };
}

/** The folder of a run, and the kinds of its engines. */
export interface RunPlace {
  readonly cwd: string;
  readonly engines: readonly string[];
}

/** Files whose known findings are marked, and those of the baseline that were not found again. */
export interface Compared {
  readonly files: readonly JudgedFile[];
  readonly fixed: readonly KnownFinding[];
}

/**
 * Marks the findings that a baseline has: they are known, and fail no more. Of findings with the same key as many are
 * known as the baseline counts.
 *
 * @param whole whether a file was judged as a whole, so that a finding that is missing is fixed
 */
export function compareWithBaseline(
  files: readonly JudgedFile[],
  baseline: Baseline,
  { path, cwd, whole }: { readonly path: string; readonly cwd: string; readonly whole: boolean },
): Compared {
  const left = new Map(baseline.findings.map((one) => [`${one.file}\0${one.key}`, one.count]));
  const mark = (finding: Finding, file: JudgedFile): Finding => {
    if (finding.severity !== undefined) return finding;
    const { file: name, key } = identify(finding, file, { path, cwd });
    const count = left.get(`${name}\0${key}`) ?? 0;
    if (count === 0) return finding;
    left.set(`${name}\0${key}`, count - 1);
    return { ...finding, severity: 'known' };
  };
  const marked = files.map((file) => mapFindings(file, (finding) => mark(finding, file)));
  const judged = new Set(files.map(({ lesson }) => nameIn(path, resolve(cwd, lesson.file))));
  const fixed = baseline.findings.flatMap((one) => {
    const count = left.get(`${one.file}\0${one.key}`) ?? 0;
    const isGone = !existsSync(join(dirname(path), one.file));
    return whole && count > 0 && (judged.has(one.file) || isGone) ? [{ ...one, count }] : [];
  });
  return { files: marked, fixed };
}

/** A baseline without the findings that are fixed. */
export function withoutFixed(baseline: Baseline, fixed: readonly KnownFinding[]): Baseline {
  const gone = new Map(fixed.map((one) => [`${one.file}\0${one.key}`, one.count]));
  const findings = baseline.findings
    .map((one) => ({ ...one, count: one.count - (gone.get(`${one.file}\0${one.key}`) ?? 0) }))
    .filter(({ count }) => count > 0);
  return { ...baseline, findings };
}

function identify(finding: Finding, { lesson, examples }: JudgedFile, { path, cwd }: FilePlace): Identified {
  const subject = examples.find((one) => one.subject.id === finding.example)?.subject;
  const what = subject
    ? [subject.code.text, subject.output?.text ?? '', subject.error?.text ?? '']
    : [finding.message, lesson.text.split(/\r\n|\n|\r/)[finding.place.line - 1]?.trim() ?? ''];
  const code = subject?.code.text.split('\n').find((line) => line.trim() !== '');
  return {
    file: nameIn(path, resolve(cwd, lesson.file)),
    kind: finding.kind,
    about: (code ?? finding.message).trim().slice(0, 80),
    key: sha256(JSON.stringify([finding.kind, ...what])).slice(0, 16),
  };
}

interface FilePlace {
  /** The path of the baseline file. */
  readonly path: string;
  readonly cwd: string;
}

function nameIn(baseline: string, file: string): string {
  return relative(dirname(baseline), file).split(sep).join('/');
}

function byFileAndKey(a: KnownFinding, b: KnownFinding): number {
  return a.file === b.file ? (a.key < b.key ? -1 : 1) : a.file < b.file ? -1 : 1;
}

type Mapped = (finding: Finding) => Finding;

function mapFindings(file: JudgedFile, map: Mapped): JudgedFile {
  const inAll = <T extends { readonly findings: readonly Finding[] }>(list: readonly T[]) =>
    list.map((one) => (one.findings.length === 0 ? one : { ...one, findings: one.findings.map(map) }));
  return {
    ...file,
    input: file.input.map(map),
    examples: inAll(file.examples),
    values: inAll(file.values),
    rules: inAll(file.rules),
    formulas: inAll(file.formulas),
    figures: inAll(file.figures),
    exercises: inAll(file.exercises),
    orphans: inAll(file.orphans),
  };
}
