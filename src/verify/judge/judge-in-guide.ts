import { withLineFeeds } from '../../core/source-text.ts';
import { alike, withoutRemarks } from '../../examples/compare/alike.ts';
import { compareOutput, holdsOutput, linesOf } from '../../examples/compare/compare.ts';
import { differenceBesideGaps } from '../../examples/compare/left-out.ts';
import type { Example, Fence } from '../../examples/example.ts';
import { paragraphBefore } from '../../examples/extract/page-around.ts';
import { placeInFence } from '../../examples/extract/place-in-fence.ts';
import { describeDifference } from '../findings/describe-difference.ts';
import type { Finding, Outcome } from '../findings/finding.ts';
import type { SessionRun } from '../run/run-sessions.ts';
import type { Ended } from './ended.ts';
import { isShownException, shownException } from './expected-traceback.ts';
import { expectedException } from './judge.ts';
import { tolerateOf } from './judge-printed.ts';
import { isForReader, LostNames } from './lost-names.ts';
import { readPrinted } from './printed.ts';
import { missingName, reasonNotJudged, reasonOfTime } from './reason-not-judged.ts';
import { reasonOfVersion } from './reason-of-version.ts';
import { printedText, shownText } from './shown-text.ts';

/**
 * The outcomes of a guide's session, in which a block was not judged if the reason is none of the guide's: it lacks a
 * package, a file, an argument or a network; it is unfinished on purpose; its output changes from run to run; or an earlier
 * block that it needs was not judged. Each reason is given once, at its place, and as a warning.
 */
export function judgeInGuide(
  { session, run, engine }: SessionRun,
  outcomes: readonly (Outcome | undefined)[],
): (Outcome | undefined)[] {
  const { extracted } = session.lesson;
  const page = withLineFeeds(session.lesson.text);
  const everywhere = extracted.examples.map(({ code }) => code.text).join('\n');
  const codes = session.blocks.map(({ example }) => example.code.text);
  const all = codes.join('\n');
  const lost = new LostNames();
  let before = '';
  return outcomes.map((outcome, i) => {
    // Joined again for each block, the code of a page with thousands of them takes longer than to run it.
    before = i < 2 ? (codes[i - 1] ?? '') : `${before}\n${codes[i - 1]}`;
    const example = session.blocks[i]?.example;
    const result = run.results[i];
    if (!example || !result || !outcome) return outcome;
    const previous = session.blocks[i - 1]?.example;
    const ended = { example, result, outcome, before, all, everywhere, previous, page, running: engine.label };
    const same = judgeParts(ended) ?? sameToReader(ended) ?? shownError(ended) ?? notShown(ended, session.blocks);
    const reason = same ? reasonOfSame({ ...ended, outcome: same }) : reasonOfWrong(ended, lost);
    lost.add(example, result, {
      isUnjudged: reason !== undefined && !isExpectedRaise(ended),
      isAlternative: isAlternative(ended),
    });
    if (reason !== undefined) return notJudged(same ?? outcome, reason);
    return same ?? (example.more ? inItsPart(outcome, example) : besideGaps(outcome, example));
  });
}

/** An exception may be the one that the page shows, in the words of another version. */
function reasonOfSame(ended: Ended): string | undefined {
  const { finding } = ended.outcome;
  return finding?.kind === 'version' && !finding.severity ? reasonOfVersion(ended) : undefined;
}

function reasonOfWrong(ended: Ended, lost: LostNames): string | undefined {
  const { verdict } = ended.outcome;
  if (verdict === 'timed out') return reasonOfTime(ended);
  if (verdict !== 'raised' && verdict !== 'stale') return undefined;
  return reasonNotJudged(ended) ?? missedName(ended, lost);
}

/** An output in several fences differs in one of them. It is not written by `--update`. */
function inItsPart(whole: Outcome, example: Example): Outcome {
  const { output, more = [] } = example;
  const { text: _, ...outcome } = whole;
  const printed = printedText(whole);
  if (!output || !outcome.finding || outcome.verdict !== 'stale' || printed === undefined) return outcome;
  const all = [output, ...more];
  const joined = all.map((fence) => fence.text).join('');
  const difference = compareOutput(joined, printed, tolerateOf(example));
  if (!difference) return outcome;
  const { kind, line, column, rows } = difference;
  const lines = all.flatMap((fence) => linesOf(fence.text).map((_line, i) => placeInFence(fence, i + 1, column)));
  const place = lines[line - 1] ?? lines.at(-1) ?? outcome.finding.place;
  return { ...outcome, finding: { ...outcome.finding, ...describeDifference(kind, joined, printed), place, rows } };
}

/** Where parts of an output are left out, it differs at a line that it shows, and not at its dots. */
function besideGaps(outcome: Outcome, { output }: Example): Outcome {
  const { finding, verdict } = outcome;
  const printed = printedText(outcome);
  if (!output || !finding || verdict !== 'stale' || printed === undefined) return outcome;
  const difference = differenceBesideGaps(output.text, printed);
  if (!difference) return outcome;
  const { line, column, rows } = difference;
  return { ...outcome, finding: { ...finding, place: placeInFence(output, line, column), rows } };
}

/** Whether the sentence before a block says that it does the same as another one. */
function isAlternative({ example, page }: Ended): boolean {
  const said = example.prompt ? '' : paragraphBefore(page, example.code.span.start);
  return /^(?:compare (?:it|this|that) (?:to|with)|alternatively\b|or(?: also| equivalently)?:)/i.test(said.trim());
}

function isExpectedRaise({ example, result }: Ended): boolean {
  return result.end.how === 'raised' && (expectedException(example) !== undefined || example.cell?.mayRaise === true);
}

/** The outcome of a block that was not judged: a warning that says why. One that was stopped did run. */
function notJudged({ verdict, finding }: Outcome, message: string): Outcome {
  const kind = verdict === 'timed out' ? verdict : 'not run';
  const warning: Finding | undefined = finding && {
    kind,
    severity: 'warning',
    place: finding.place,
    message,
    ...(finding.example !== undefined && { example: finding.example }),
  };
  return { verdict: kind, ...(warning && { finding: warning }) };
}

/** A block that needs what an earlier one did not do. */
function missedName({ example, result, outcome }: Ended, lost: LostNames): string | undefined {
  if (outcome.finding?.kind === 'timed out') return undefined;
  const missing = result.end.how === 'raised' ? missingName(result.end.exception.summary) : undefined;
  const line = missing === undefined ? undefined : lost.lineOf(missing);
  if (line !== undefined)
    return `It needs \`${missing}\`, which the block in line ${line} did not define: that block ended before.`;
  const cause = lost.in(example);
  if (!cause || (missing !== undefined && cause.name !== '*')) return undefined;
  if (cause.name === '*') return `It needs what the block in line ${cause.line} should import.`;
  return `It uses \`${cause.name}\`, to which the block in line ${cause.line} did not give the value that is meant.`;
}

/**
 * A value or a text that a reader takes for the same, although it is not what was printed: see `alike`. It is no error, and
 * not verified either.
 */
function sameToReader({ example, outcome }: Ended): Outcome | undefined {
  const shown = shownText(example, outcome);
  const printed = printedText(outcome);
  if (outcome.verdict !== 'stale' || shown === undefined || printed === undefined) return undefined;
  const difference = alike(shown, printed);
  if (difference === undefined) return undefined;
  // The rows are left out: an address is another one at every run.
  const place = example.output ? placeInFence(example.output, 1) : (outcome.finding?.place ?? example.code.place);
  // Without a text for `--update`, which would write another address at every run.
  return layoutWarning(example, place, difference);
}

function layoutWarning(example: Example, place: Finding['place'], message: string): Outcome {
  return { verdict: 'stale', finding: { kind: 'layout', severity: 'warning', place, example: example.id, message } };
}

/** The outputs in several fences are parts of what was printed: all of it together, or some of its lines. */
function judgeParts({ example, outcome, page }: Ended): Outcome | undefined {
  const { output, more, id } = example;
  const printed = printedText(outcome);
  if (!output || !more || printed === undefined || (outcome.verdict !== 'stale' && outcome.verdict !== 'verified'))
    return undefined;
  const all = [output, ...more];
  const joined = all.map(({ text }) => text).join('');
  const tolerate = tolerateOf(example);
  if (!compareOutput(joined, printed, tolerate)) return { verdict: 'verified' };
  const stray = all.find(({ text }) => !holdsOutput(printed, text, tolerate));
  const difference = alike(joined, printed) ?? (stray ? undefined : 'Parts of it are left out, or shown again.');
  if (outcome.verdict === 'verified' && !stray) return { verdict: 'verified' };
  if (difference !== undefined) return layoutWarning(example, output.place, difference);
  if (outcome.verdict === 'stale') return undefined;
  const at = all.indexOf(stray ?? output);
  const words = page.slice(all[at - 1]?.span.end ?? 0, all[at]?.span.start).replace(/!\[[^\]]*\]\([^)]*\)\S*/g, '');
  if (at > 0 && /\p{L}/u.test(words))
    return layoutWarning(example, (stray ?? output).place, 'It may show what another run prints.');
  const message = 'It prints no such lines.';
  const hint = 'Remove them, or show the output in one fence.';
  return { verdict: 'stale', finding: { kind: 'value', place: (stray ?? output).place, example: id, message, hint } };
}

/** A statement of a session that shows no output at all, or only remarks. Where others show theirs, it is a mistake. */
function notShown({ example, outcome }: Ended, blocks: SessionRun['session']['blocks']): Outcome | undefined {
  const { output, prompt, code } = example;
  if (outcome.verdict !== 'stale' || !prompt || !output || isForReader(example)) return undefined;
  const statements = blocks.filter((one) => one.example.prompt?.fence === prompt.fence);
  if (statements.some((one) => withoutRemarks(one.example.output?.text ?? '').trim() !== '')) return undefined;
  const [line = ''] = (outcome.text ?? '').split('\n');
  const message = `It prints, but its session shows no output: ${line.length > 100 ? `${line.slice(0, 100)}…` : line}`;
  const hint = 'Add the output below it.';
  return { verdict: 'unpinned', finding: { kind: 'unpinned', place: code.place, example: example.id, message, hint } };
}

/** Where Python, IPython and Jupyter begin to show an exception that is more than its last line. */
const errorStart = /^\s*(?:Traceback \(most recent call last\)|File "|(?:Cell|Input) In\b|<ipython-input|-{20,}$)/;

/** Judges what an output shows above an exception by what was printed before it; `undefined` where it is the same. */
function judgeBeforeError(example: Example, fence: Fence, printed: string): Outcome | undefined {
  const lines = fence.text.trimEnd().split('\n');
  const start = lines.findIndex((line) => errorStart.test(line));
  const end = lines.length - shownException(fence.text).split('\n').length;
  const above = lines.slice(0, start < 0 ? end : start).map((line) => `${line}\n`);
  const shown = above.join('');
  const difference = compareOutput(shown, printed);
  if (!difference || alike(shown, printed) !== undefined) return undefined;
  const about = { example: example.id, place: placeInFence(fence, difference.line, difference.column) };
  if (shown.trim() === '') {
    const message = `It prints before it ends, and its output shows only the exception: ${printed.split('\n')[0]?.slice(0, 100)}`;
    return { verdict: 'unpinned', finding: { kind: 'unpinned', ...about, message, hint: 'Add what it prints.' } };
  }
  const { kind, rows } = difference;
  return { verdict: 'stale', finding: { ...describeDifference(kind, shown, printed), ...about, rows } };
}

/** A raise whose last line the page shows as the output, without the header of a traceback or with one written otherwise. */
function shownError({ example, outcome, result }: Ended): Outcome | undefined {
  const fence = example.error ?? example.output;
  if (!fence || result.end.how !== 'raised' || (outcome.verdict !== 'raised' && outcome.verdict !== 'stale'))
    return undefined;
  const { types, summary } = result.end.exception;
  // A terminal shows the words of `sys.exit("words")`.
  const left = `${readPrinted(result.stdout).text}${summary.replace(/^SystemExit: /, '')}\n`;
  if (types[0] === 'SystemExit' && !compareOutput(fence.text, left)) return { verdict: 'verified' };
  const shown = shownException(fence.text);
  const last = summary.trimEnd();
  const isSame = isShownException(shown, summary);
  if (/^(?:\w+\.)*(\w+)(?::|$)/.exec(shown)?.[1] !== types[0]) {
    const isTraceback = fence.text.startsWith('Traceback (most recent call last)');
    if (!isTraceback || !new RegExp(`\\b${types[0]}\\b`).test(fence.text)) return undefined;
    return layoutWarning(
      example,
      placeInFence(fence, 1),
      'It ends with this exception, whose traceback is written otherwise.',
    );
  }
  if (fence === example.output) {
    const before = judgeBeforeError(example, fence, readPrinted(result.stdout).text);
    if (before) return outcome.verdict === 'stale' ? undefined : before;
    if (isSame) return { verdict: 'verified' };
  }
  const difference = isSame ? undefined : alike(shown, last);
  if (difference !== undefined) return layoutWarning(example, placeInFence(fence, 1), difference);
  // The text of a cell is judged without the exception.
  const isCellText = example.notebook && fence === example.output;
  if (!isCellText && (outcome.verdict === 'stale' || outcome.text !== undefined)) return undefined;
  if (isSame) return { verdict: 'verified' };
  const message = `It ended with \`${last}\`: another version of Python, or another mistake.`;
  const hint = 'Write it as the last line of the output, if that is the mistake meant.';
  return { verdict: 'stale', finding: { kind: 'version', place: fence.place, example: example.id, message, hint } };
}
