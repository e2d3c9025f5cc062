import { nearestWord } from '../core/nearest-word.ts';
import { containerAt } from '../examples/colon-containers.ts';
import { compareOutput } from '../examples/compare.ts';
import type { Example } from '../examples/example.ts';
import { isShownValue } from '../examples/notebook-value.ts';
import { placeInFence } from '../examples/place-in-fence.ts';
import { dependsOnRun, unfinishedCode } from '../examples/unfinished-code.ts';
import type { BlockResult, RaisedException } from '../python/engine.ts';
import { bindsName, boundNames } from './bound-names.ts';
import type { Finding, Outcome } from './finding.ts';
import { expectedException } from './judge.ts';
import type { SessionRun } from './judged-file.ts';

/** An earlier block that was not judged, and the names that it would have defined or changed. */
interface Lost {
  readonly line: number;
  readonly code: string;
  readonly names: ReadonlySet<string>;
}

/** A block that ended, and the blocks before it. */
interface Ended {
  readonly example: Example;
  readonly result: BlockResult;
  readonly outcome: Outcome;
  /** The code of the blocks before it, and of all blocks. */
  readonly before: string;
  readonly all: string;
}

/**
 * The outcomes of a guide's session, in which a block was not judged if the reason is none of the guide's: it lacks a
 * package, a file, an argument or a network; it is unfinished on purpose; its output changes from run to run; or an earlier
 * block that it needs was not judged. Each reason is given once, at its place, and as a warning.
 */
export function judgeInGuide(
  { session, run }: SessionRun,
  outcomes: readonly (Outcome | undefined)[],
): (Outcome | undefined)[] {
  const codes = session.blocks.map(({ example }) => example.code.text);
  const all = codes.join('\n');
  const broken: Lost[] = [];
  return outcomes.map((outcome, i) => {
    const example = session.blocks[i]?.example;
    const result = run.results[i];
    if (!example || !result || !outcome) return outcome;
    const ended = { example, result, outcome, before: codes.slice(0, i).join('\n'), all };
    const same = sameToReader(ended) ?? shownError(ended);
    if (same) return same;
    const isWrong = outcome.verdict === 'raised' || outcome.verdict === 'stale';
    const reason = isWrong
      ? (reasonOf(ended) ?? reasonOfExercise(ended, session.lesson.text) ?? missedName(ended, broken))
      : undefined;
    const hasFailed =
      result.end.how === 'raised' && expectedException(example) === undefined && !example.cell?.mayRaise;
    if (hasFailed || reason !== undefined || isForReader(example))
      broken.push(lostBlock(example, reason !== undefined));
    return reason === undefined ? outcome : notJudged(outcome, reason);
  });
}

/** The outcome of a block that was not judged: a warning that says why. */
function notJudged({ finding }: Outcome, message: string): Outcome {
  const warning: Finding | undefined = finding && {
    kind: 'not run',
    severity: 'warning',
    place: finding.place,
    message,
    ...(finding.example !== undefined && { example: finding.example }),
  };
  return { verdict: 'not run', ...(warning && { finding: warning }) };
}

function reasonOf(ended: Ended): string | undefined {
  const { example, result, outcome } = ended;
  if (result.end.how === 'raised') return reasonOfRaise(ended, result.end.exception);
  const { code, output } = example;
  if (outcome.verdict !== 'stale' || !output) return undefined;
  if (/^\s*\?+\s*$/.test(output.text)) return 'Its output is left to the reader.';
  if (isForReader(example)) return 'Its code is left to the reader.';
  if (!dependsOnRun(code.text, ended.before)) return undefined;
  return 'Its output is another one at every run or on every machine. Where only a part of it changes, a placeholder can take its place.';
}

const exercise = /^(?:challenge|exercise|solution|question|quiz|hint|spoiler|discussion)/;

/** In an exercise a program may fail for the reader to repair, and an output may be that of the reader's own code. */
function reasonOfExercise({ example, result }: Ended, page: string): string | undefined {
  if (!exercise.test(containerAt(page, example.code.span.start) ?? '')) return undefined;
  if (result.end.how === 'raised')
    return example.error ? undefined : 'It is a program of an exercise, which fails as it is.';
  return result.stdout === '' ? 'It shows an output of code that the reader writes.' : undefined;
}

function isForReader({ code }: Example): boolean {
  return code.text.trim() !== '' && code.text.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line));
}

const network = /^(?:URLError|HTTPError|gaierror|ConnectionError|ConnectTimeout|SSLError|MaxRetryError)$/;

function reasonOfRaise(ended: Ended, exception: RaisedException): string | undefined {
  const { example, all } = ended;
  const code = example.code.text;
  const { types, summary } = exception;
  const name = types[0] ?? '';
  const is = (...names: string[]) => names.some((one) => types.includes(one));
  if (expectedException(example) === name) return undefined;
  if (is('ModuleNotFoundError')) return lackedPackage(summary);
  const unfinished = unfinishedCode(code, { isSyntaxError: is('SyntaxError'), lacksName: is('NameError') });
  if (unfinished !== undefined) return `${unfinished} It was not run as it is.`;
  if (!example.cell && failsOnPurpose(code, exception)) return 'It fails on purpose, as its own line says.';
  if (types.some((one) => network.test(one))) return 'It needs the network.';
  if (is('FileNotFoundError')) {
    const file = /'([^']+)'$|^\w+: (\S+) not found/.exec(summary);
    const what = file ? `\`${file[1] ?? file[2]}\`` : 'a file';
    return `It reads ${what}, which it does not find: name the folder with the guide's data as \`data\` in prove-guide.yaml.`;
  }
  if (name === 'EOFError' && /\binput\(/.test(all)) return 'It asks for input, which an example does not have.';
  if (/\bsys\.argv\b|\bargparse\b/.test(code)) return 'It needs the arguments of a command.';
  if (name === 'NameError' && example.prompt && /\b_\b/.test(code)) return 'It uses `_`, the last value of a session.';
  return name === 'NameError' ? unknownName(ended, summary) : undefined;
}

function lackedPackage(summary: string): string {
  const name = /'([\w.]+)'$|was found for ([\w-]+)/.exec(summary)?.slice(1).find(Boolean)?.split('.')[0];
  return `It needs the package ${name === undefined ? 'that it imports' : `\`${name}\``}, which this Python lacks.`;
}

/** Whether the failing line raises, or a comment beside it says that it fails. */
function failsOnPurpose(code: string, { line, types }: RaisedException): boolean {
  const text = code.split('\n')[(line ?? 0) - 1] ?? '';
  const said = /#(.*)$/.exec(text)?.[1] ?? '';
  const isSaid = /\b(?:errors?|invalid|wrong|fails?|illegal|not allowed|raises?|exception|crash(?:es)?)\b/i.test(said);
  return isSaid || types.some((one) => one.endsWith('Error') && said.includes(one)) || /^raise\b/.test(text);
}

/**
 * A fragment uses names that nothing on its page defines. It is a fault where something is printed or an output is shown,
 * where the name is a misspelt one, and in a notebook, whose tool runs all cells.
 */
function unknownName({ example, all }: Ended, summary: string): string | undefined {
  const name = missingName(summary);
  if (example.notebook || example.cell || /\bprint\(/.test(example.code.text)) return undefined;
  if (name === undefined || (example.output && example.output.text !== '')) return undefined;
  if (bindsName(all, name) || isMisspelt(name, all)) return undefined;
  return `It uses \`${name}\`, which nothing on its page defines: it shows a part of a program.`;
}

/** Short names are near to each other, and none is a misspelt other. */
function isMisspelt(name: string, code: string): boolean {
  return name.length > 3 && nearestWord(name, boundNames(code)) !== undefined;
}

function missingName(summary: string): string | undefined {
  return /name '(\w+)' is not defined/.exec(summary)?.[1];
}

/** A block that needs what an earlier one did not do. */
function missedName({ example, result, outcome }: Ended, broken: readonly Lost[]): string | undefined {
  const name = result.end.how === 'raised' ? missingName(result.end.exception.summary) : undefined;
  if (name !== undefined) {
    const cause = broken.find(({ code }) => bindsName(code, name));
    return (
      cause && `It needs \`${name}\`, which the block in line ${cause.line} did not define: that block ended before.`
    );
  }
  if (outcome.finding?.kind === 'timed out') return undefined;
  const words = new Set(example.code.text.match(/\w+/g) ?? []);
  const cause = broken.findLast(({ names }) => [...names].some((one) => words.has(one)));
  const shared = cause && [...cause.names].find((one) => words.has(one));
  return (
    cause &&
    `It uses \`${shared}\`, which the block in line ${cause.line} should define or change, and that block was not run to its end.`
  );
}

/** @param isUnjudged whether it was left out, and no fault of its own made it end */
function lostBlock(example: Example, isUnjudged: boolean): Lost {
  const { code } = example;
  const isOpen =
    isForReader(example) || unfinishedCode(code.text, { isSyntaxError: false, lacksName: false }) !== undefined;
  const words = isOpen ? (code.text.match(/\b[A-Za-z_]\w{2,}\b/g) ?? []) : boundNames(code.text);
  return { line: code.place.line, code: code.text, names: new Set(isUnjudged || isOpen ? words : []) };
}

/**
 * A value or a text that a reader takes for the same, although it is not what was printed: blanks at the ends of lines,
 * quotes, addresses in memory. It is no error, and not verified either.
 */
function sameToReader({ example, outcome }: Ended): Outcome | undefined {
  const { output, notebook } = example;
  const { text } = outcome;
  if (outcome.verdict !== 'stale' || !output || text === undefined || notebook) return undefined;
  const difference = [
    [trimmed(output.text) === trimmed(text), 'Only blanks at the ends of lines differ.'],
    [
      /^'.*'\n?$|^".*"\n?$/s.test(text) && !compareOutput(output.text, text.trim().slice(1, -1)),
      'The quotes are missing.',
    ],
    [
      isShownValue(output.text.trim(), text.trim()),
      'Only addresses in memory differ, or where a long value is broken.',
    ],
  ].find(([isSo]) => isSo);
  if (!difference) return undefined;
  // The rows are left out: an address is another one at every run.
  const place = placeInFence(output, 1);
  const about = { place, example: example.id, message: String(difference[1]) };
  // Without a text for `--update`, which would write another address at every run.
  return { verdict: 'stale', finding: { kind: 'layout', severity: 'warning', ...about } };
}

/** A raise whose last line the page shows as the output, without the header of a traceback. */
function shownError({ example, result, outcome }: Ended): Outcome | undefined {
  const { output } = example;
  if (outcome.verdict !== 'raised' || !output || result.end.how !== 'raised' || outcome.text !== undefined)
    return undefined;
  const { types, summary } = result.end.exception;
  const shown = output.text.trimEnd().split('\n').at(-1)?.trim() ?? '';
  const last = summary.trimEnd().split('\n').at(-1) ?? '';
  if (/^(?:\w+\.)*(\w+)(?::|$)/.exec(shown)?.[1] !== types[0]) return undefined;
  if (shown === last) return { verdict: 'verified' };
  const message = `It ended with \`${last}\`: another version of Python, or another mistake.`;
  const hint = 'Write it as the last line of the output, if that is the mistake meant.';
  return { verdict: 'stale', finding: { kind: 'version', place: output.place, example: example.id, message, hint } };
}

function trimmed(text: string): string {
  return text.replace(/[ \t]+$/gm, '').trimEnd();
}
