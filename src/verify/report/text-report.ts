import { styleText } from 'node:util';
import { counted } from '../../core/counted.ts';
import { formatPlace } from '../../core/place.ts';
import { type DiffRow, differenceColumn } from '../../examples/compare/compare.ts';
import { columnBesideGaps } from '../../examples/compare/left-out.ts';
import type { UsedEngine } from '../judge/verification.ts';
import { countFences, countPython } from './accounts.ts';
import type { FileReport, ReportedFinding, RunReport } from './run-report.ts';
import { type Count, catchTooFew, countAll, type Totals } from './totals.ts';

export interface TextReportOptions {
  /** Whether to color the text, for a terminal. */
  readonly color: boolean;
  /** The command that verifies again, up to its options and paths: `npm run verify --`. */
  readonly command: string;
}

type Paint = (style: 'red' | 'green' | 'dim' | 'bold' | 'yellow', text: string) => string;

/** The report for people: a line a file, each finding with its place and remedy, and totals that add up. */
export function textReport(report: RunReport, { color, command }: TextReportOptions): string {
  const paint: Paint = (style, text) => (color ? styleText(style, text, { validateStream: false }) : text);
  const { engines, files, totals } = report;
  return [
    ...engines.map((engine) => paint('dim', engineLine(engine))),
    ...engines.flatMap(({ caveats }) => caveats.map((caveat) => paint('yellow', `  ${caveat}`))),
    ...files.flatMap((file) => [fileLine(file, paint), ...uncheckedLines(file, paint), ...warningLines(file, paint)]),
    '',
    ...files.flatMap(shownFindings).map((finding) => findingText(finding, command, paint)),
    totalsText(totals),
    ...worstFiles(files),
    conclusion(report, paint),
    '',
  ].join('\n');
}

/** Known findings are counted, and not listed. */
function shownFindings({ findings }: FileReport): readonly ReportedFinding[] {
  return findings.filter(({ severity }) => severity !== 'known');
}

function engineLine({ kind, label, location, chosen, notRun }: UsedEngine): string {
  const walls = kind === 'native' ? ['no sandbox: its blocks could do what you can'] : [];
  const left = notRun === 0 ? '' : `: ${counted(notRun, 'example')} skipped, package missing`;
  return `Python: ${[`${label} (${location})`, chosen, ...walls].filter(Boolean).join(', ')}${left}`;
}

function fileLine({ file, totals }: FileReport, paint: Paint): string {
  const good = countAll(totals.findings) === 0;
  const mark = !good ? paint('red', '✗') : totals.checked > 0 ? paint('green', '✓') : paint('yellow', '–');
  const parts = [
    countText('example', totals.examples),
    countText('value', totals.values),
    countText('rule', totals.rules),
    countText('formula', totals.formulas),
    countText('figure', totals.figures),
    exercisesText(totals),
  ];
  if (totals.orphans > 0) parts.push(counted(totals.orphans, 'orphan'));
  const cached = totals.fromCache === 0 ? '' : paint('dim', ` (${totals.fromCache} not run again)`);
  return `${mark} ${file}  ${parts.filter(Boolean).join('; ') || 'no example that was checked'}${cached}`;
}

/** `12 examples: 11 verified, 1 stale`; empty when there are none. */
function countText(noun: string, count: Count<string>): string {
  const all = countAll(count);
  return all === 0 ? '' : `${counted(all, noun)}: ${listCounts(count)}`;
}

/** `3 exercises proven`, `3 exercises: 2 proven`; empty when there are none. */
function exercisesText({ exercises: { all, proven } }: Totals): string {
  if (all === 0) return '';
  return all === proven ? `${counted(all, 'exercise')} proven` : `${counted(all, 'exercise')}: ${proven} proven`;
}

/** `: the checks caught 90 of 93 changed solutions, run by …`: one engine runs them, also where several are used. */
function mutantsText({ mutants, caught, mutantsRanBy }: Totals['exercises']): string {
  if (mutants === 0) return '';
  return `: the checks caught ${caught} of ${counted(mutants, 'changed solution')}, run by ${mutantsRanBy.join('; ')}`;
}

function listCounts(count: Count<string>): string {
  return Object.entries(count)
    .map(([name, n]) => `${n} ${name}`)
    .join(', ');
}

function uncheckedLines({ unchecked }: FileReport, paint: Paint): string[] {
  return unchecked.map(({ place, reason }) => paint('yellow', `  ${formatPlace(place)}  not checked: ${reason}`));
}

function warningLines({ warnings }: FileReport, paint: Paint): string[] {
  return warnings.map(({ place, message, hint }) =>
    paint('yellow', `  ${formatPlace(place)}  ignored: ${message} ${hint}`),
  );
}

function findingText(finding: ReportedFinding, command: string, paint: Paint): string {
  const { kind, place, example, message, hint, rows, ranBy, again = [], code } = finding;
  const about = example === undefined ? '' : `  (${example})`;
  const shownKind = finding.severity ? paint('yellow', `warning, ${kind}`) : paint('red', kind);
  const lines = [`${paint('bold', formatPlace(place))}  ${shownKind}${about}: ${pictured(message)}`];
  if (code !== undefined) lines.push(...codeLines(code, paint));
  if (rows) lines.push(...diffLines(rows, paint));
  if (hint) lines.push(...hint.split('\n').map((line) => `    ${line}`));
  if (ranBy) lines.push(paint('dim', `    ran by ${ranBy}`));
  if (example !== undefined) {
    const options = [...again, `${place.file}#${example}`].map(quoted).join(' ');
    lines.push(paint('dim', `    again: ${command} ${options}`));
  }
  return `${lines.join('\n')}\n`;
}

const codeShown = 6;

/** The last lines of the example's code: what was printed depends on them most. */
function codeLines(code: string, paint: Paint): string[] {
  const lines = code
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
    .split('\n');
  const left = lines.length - codeShown;
  const shown = lines
    .slice(-codeShown)
    .map((line) => paint('dim', `      code  │ ${clip(pictured(line.replaceAll('\t', '    ')))}`));
  return left > 0 ? [paint('dim', `      code  │ … ${counted(left, 'line')} above`), ...shown] : shown;
}

/** A word of a command line, in quotes if a shell would split or interpret it. */
function quoted(word: string): string {
  // A name that begins with a hyphen would be an option.
  if (/^-.*#/.test(word)) return quoted(`./${word}`);
  return /^[\w@%+=:,./#-]+$/.test(word) && !word.startsWith('#') ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

const rowsShown = 14;

/** The lines that differ, pair by pair, with a line of context; blanks made visible and the first difference marked. */
function diffLines(rows: readonly DiffRow[], paint: Paint): string[] {
  const differs = (row: DiffRow | undefined) => row !== undefined && row.side !== 'both';
  const near = rows.filter((row, i) => differs(row) || differs(rows[i - 1]) || differs(rows[i + 1]));
  const paired = pairUp(near);
  const shown = paired.slice(0, rowsShown).map((row) => diffLine(row, paint));
  const caret = caretLine(paired.slice(0, rowsShown));
  if (caret) shown.splice(caret.after, 0, paint('yellow', caret.text));
  const left = paired.length - rowsShown;
  return left > 0 ? [...shown, `    … and ${counted(left, 'line')} more`] : shown;
}

/**
 * Pairs the lines of runs of expected and actual lines, so that the reader compares two adjacent lines; of more expected
 * ones the last.
 */
function pairUp(rows: readonly DiffRow[]): DiffRow[] {
  const paired: DiffRow[] = [];
  for (let i = 0; i < rows.length; ) {
    const expected = takeWhile(rows, i, 'expected');
    // A long run is taken once, and not again from each of its lines.
    const actual = expected.length > 0 ? takeWhile(rows, i + expected.length, 'actual') : [];
    const alone = expected.length - (expected.length < actual.length ? 0 : actual.length);
    for (const [j, row] of expected.entries()) {
      const other = j < alone ? undefined : actual[j - alone];
      paired.push(row, ...(other ? [other] : []));
    }
    if (expected.length === 0 && rows[i]) paired.push(rows[i] as DiffRow);
    i += expected.length > 0 ? 2 * expected.length - alone : 1;
  }
  return paired;
}

/** The rows of one side from a place on, up to the first of another. */
function takeWhile(rows: readonly DiffRow[], start: number, side: DiffRow['side']): DiffRow[] {
  let end = start;
  while (rows[end]?.side === side) end += 1;
  return rows.slice(start, end);
}

/**
 * A caret where the first pair of lines differs: under both, or, after a gap or a placeholder, under the expected one alone,
 * since the printed one has other columns there.
 */
function caretLine(rows: readonly DiffRow[]): { after: number; text: string } | undefined {
  const first = rows.findIndex(({ side }, i) => side === 'expected' && rows[i + 1]?.side === 'actual');
  if (first < 0) return undefined;
  const [expected, actual] = [rows[first]?.text ?? '', rows[first + 1]?.text ?? ''];
  const same = (columnBesideGaps(expected, actual) ?? differenceColumn(expected, actual)) - 1;
  if (same > widest) return undefined;
  const isUnderBoth = actual.startsWith(expected.slice(0, same));
  return {
    after: first + (isUnderBoth ? 2 : 1),
    text: `            │ ${' '.repeat(visible(expected.slice(0, same)).length)}^`,
  };
}

function diffLine({ side, text }: DiffRow, paint: Paint): string {
  if (side === 'both') return paint('dim', `            │ ${clip(pictured(text))}`);
  const shown = clip(visible(text));
  return side === 'expected' ? paint('red', `  expected  │ ${shown}`) : paint('green', `  came out  │ ${shown}`);
}

const widest = 160;

function clip(text: string): string {
  return text.length <= widest ? text : `${text.slice(0, widest)}… (${text.length} characters)`;
}

/**
 * Makes invisible characters visible: blanks as `·`, tabs as `→`, control characters as their pictures, and others, such as a
 * blank of no width, by their numbers.
 */
function visible(text: string): string {
  const shown = pictured(text.replaceAll(' ', '·').replaceAll('\t', '→'));
  return shown.replace(/[\p{Zs}\p{Zl}\p{Zp}\p{Cf}]/gu, (character) => `⟨${hexOf(character)}⟩`);
}

function hexOf(character: string): string {
  return character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
}

/** Pictures of control characters in their place: a terminal must not carry out what an example printed. */
function pictured(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '␡';
  });
}

function totalsText(totals: Totals): string {
  const { files, examples, values, rules, formulas, figures, outputs, outputsAsPrinted, orphans, otherFences } = totals;
  const { unchecked, uncheckedFences } = totals;
  const more = [
    totals.fences.python['part of an exercise'] > 0
      ? `${totals.fences.python['part of an exercise']} in exercises`
      : '',
    orphans > 0 ? counted(orphans, 'orphaned output') : '',
    uncheckedFences > 0 ? `${uncheckedFences} of Python not checked` : '',
  ].filter(Boolean);
  const stray = unchecked - uncheckedFences;
  return [
    `${counted(files, 'file')}, ${counted(countFences(totals.fences), 'fence')}: ` +
      `${examplesText(totals)}, ${counted(totals.fences.outputs, 'expected output')}, ${counted(otherFences, 'other')}` +
      more.map((part) => `, ${part}`).join(''),
    ...(stray > 0 ? [`outside of fences: ${counted(stray, 'piece')} of Python not checked`] : []),
    `examples: ${listCounts(examples) || 'none'}; ${outputsAsPrinted} of ${counted(outputs, 'expected output')} as printed`,
    `values in sentences: ${listCounts(values) || 'none'}`,
    ...(countAll(rules) > 0 ? [`rules of derivatives: ${listCounts(rules)}`] : []),
    ...(countAll(formulas) > 0 ? [`formulas: ${listCounts(formulas)}`] : []),
    ...(countAll(figures) > 0 ? [`figures: ${listCounts(figures)}`] : []),
    ...(totals.exercises.all > 0 ? [`${exercisesText(totals)}${mutantsText(totals.exercises)}`] : []),
  ].join('\n');
}

/** The statements of an interactive session are several examples in one fence. */
function examplesText({ examples, fences: { python } }: Totals): string {
  const count = countAll(examples);
  const fences = countPython(python) - python['not checked'] - python['part of an exercise'];
  return `${counted(count, 'example')}${count === fences ? '' : ` in ${counted(fences, 'fence')}`}`;
}

const filesShown = 8;

/** Of many files with findings, those with the most, so that the end of a long report fits on one screen. */
function worstFiles(files: readonly FileReport[]): string[] {
  const perFile = files.map(({ file, totals }) => ({ file, count: countAll(totals.findings) }));
  const wrong = perFile.filter(({ count }) => count > 0);
  if (wrong.length <= 1) return [];
  const sorted = wrong.toSorted((a, b) => b.count - a.count);
  const lines = sorted.slice(0, filesShown).map(({ file, count }) => `  ${String(count).padStart(5)}  ${file}`);
  const left = sorted.length - lines.length;
  return [
    `findings in ${counted(wrong.length, 'file')}:`,
    ...lines,
    ...(left > 0 ? [`         … and ${counted(left, 'other file')}`] : []),
  ];
}

/** The last line: whether all is proven. Code that was not checked is not called proven. */
function conclusion({ totals, isWhole, unproven, leftOut }: RunReport, paint: Paint): string {
  const { findings, warnings, unchecked, checked } = totals;
  const wrong = countAll(findings);
  if (wrong > 0) return paint('red', `${counted(wrong, 'finding')}: ${listCounts(findings)}`);
  if (isWhole && catchTooFew(totals.exercises))
    return paint('red', 'The checks of all exercises together must catch 97% of the changed solutions.');
  if (totals.files === 0 && leftOut > 0)
    return paint('yellow', `Nothing was checked: all of ${counted(leftOut, 'file')} were left out.`);
  if (checked === 0) return paint('yellow', `Nothing was checked: ${whyNothing(totals)}`);
  const unpinned = countAll(warnings);
  const known = countAll(totals.known);
  const left = [
    known > 0 ? `${counted(known, 'known finding')} of the baseline` : '',
    unpinned > 0 ? `${counted(unpinned, 'example')} with a warning` : '',
    unchecked > 0 ? `${counted(unchecked, 'piece')} of Python, listed above` : '',
    leftOut > 0 ? counted(leftOut, 'file') : '',
    unproven.length > 0 ? `anything in ${unproven.join(', ')}` : '',
  ].filter(Boolean);
  if (left.length === 0) return paint('green', 'All proven.');
  return paint('yellow', `What was checked is proven. Not checked: ${left.join('; ')}.`);
}

function whyNothing({ files, examples, unchecked, warnings }: Totals): string {
  if (files === 0)
    return 'there is no Markdown file (.md, .markdown, .mdx, .qmd) and no notebook (.ipynb), or `files` of a configuration leaves it out.';
  if (unchecked > 0) return `${counted(unchecked, 'piece')} of Python, listed above, could not be checked.`;
  if ((warnings['not run'] ?? 0) > 0) return 'packages are missing, as said above, or the pages show no output.';
  if (countAll(warnings) > 0) return 'the page shows no output of what was run.';
  return countAll(examples) > 0 ? 'no example is ever run.' : 'there is no example.';
}
