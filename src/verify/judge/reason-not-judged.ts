import { nearestWord } from '../../core/nearest-word.ts';
import { compareOutput } from '../../examples/compare/compare.ts';
import { withoutFixedForms } from '../../examples/compare/fixed-forms.ts';
import { hasPlaceholder } from '../../examples/compare/placeholders.ts';
import { differsInSteadyLine } from '../../examples/compare/steady-lines.ts';
import type { Example } from '../../examples/example.ts';
import { containerAt } from '../../examples/extract/colon-containers.ts';
import { isInExercises, paragraphBefore, paragraphBelow } from '../../examples/extract/page-around.ts';
import { dependsOnRun, leavesPartsOut, unfinishedCode } from '../../examples/extract/unfinished-code.ts';
import type { BlockResult, RaisedException } from '../../python/engine.ts';
import { bindsName, boundNames } from './bound-names.ts';
import type { Ended } from './ended.ts';
import { expectedException } from './judge.ts';
import { isForReader } from './lost-names.ts';
import { asksForIdentity } from './open-identity.ts';
import { failsInThisVersion, reasonOfVersion } from './reason-of-version.ts';
import { printedText, shownText } from './shown-text.ts';

/** Why a block that raised or printed something else is not judged: the reason is none of the guide's. */
export function reasonNotJudged(ended: Ended): string | undefined {
  const { result } = ended;
  if (isForReader(ended.example)) return 'Its code is left to the reader.';
  const version = reasonOfVersion(ended);
  if (version !== undefined) return version;
  const reason = result.end.how === 'raised' ? reasonOfRaise(ended, result.end.exception) : reasonOfOutput(ended);
  return reason ?? reasonOfExercise(ended);
}

/** Whether some code may wait for ever, or repeat something for ever. */
const mayNeverEnd = /\bwhile\b|\b(?:count|cycle|repeat|iter|sleep|wait|join|acquire|get|accept|recv|run|listen)\(/;

/** That a block only takes long: loops over what has an end come to theirs. */
export function reasonOfTime({ example, before, outcome }: Ended): string | undefined {
  return mayNeverEnd.test(`${before}\n${example.code.text}`) ? undefined : outcome.finding?.message;
}

function reasonOfOutput(ended: Ended): string | undefined {
  const { example, outcome, before, all, previous } = ended;
  const shown = shownText(example, outcome);
  if (outcome.verdict !== 'stale' || shown === undefined) return undefined;
  if (/^\s*(?:\?+|\.\.\. .* \.\.\.)\s*$/.test(shown)) return 'Its output is left to the reader.';
  if (isForwardReference(example, before))
    return 'It names in quotes what it defines later, and an earlier block has defined it: alone, it may print another output.';
  if (leavesStepsOut(ended)) return 'The steps before it are left out, as the text says.';
  if (previous && isStepOfReader(example, previous)) return 'The comment before it says what the reader does first.';
  if (/^(?:\|.*\|\n)+$/.test(shown) && !outcome.text?.includes('|'))
    return 'It shows a table that another tool has set.';
  if (/ \\$/m.test(shown) && /\bpandas\b/.test(all) && /\s\.\.\.(?:\s|$)/m.test(outcome.text ?? ''))
    return 'It shows a table of pandas, which has as many columns as fit the window.';
  if (differsInTruth(shown, printedText(outcome)) && asksForIdentity(example.code.text, before))
    return 'Whether equal values are one object is up to the Python and to the way in which it is run.';
  // Its author says which part changes: the rest is compared.
  const code = withoutFixedForms(example.code.text, before);
  if (hasPlaceholder(shown) || !dependsOnRun(code, before)) return undefined;
  const changes = (statement: string) => dependsOnRun(statement, `${before}\n${code}`);
  if (differsInSteadyLine(code, [shown, printedText(outcome) ?? ''], changes)) return undefined;
  return 'Its output is another one at every run or on every machine. Where only a part of it changes, a placeholder can take its place.';
}

function differsInTruth(shown: string, printed = ''): boolean {
  return [shown, printed].every((text) => /^(?:True|False)$/.test(text.trim()));
}

/** In a session, a comment as a statement of its own and then the name of what it is about. */
function isStepOfReader({ code, prompt }: Example, previous: Example): boolean {
  return (
    prompt !== undefined &&
    previous.prompt?.fence === prompt.fence &&
    isForReader(previous) &&
    /^[A-Za-z_]\w*\s*$/.test(code.text)
  );
}

/**
 * Whether a program with imports of its own has the name of one of its classes or functions in quotes above their definition,
 * where an earlier block has defined the name as well. In a program, such a name has no value yet.
 */
function isForwardReference({ code, prompt, cell }: Example, before: string): boolean {
  if (prompt || cell || !/^(?:\s*(?:#.*)?\n)*(?:import|from)\b/.test(code.text)) return false;
  const definitions = [...code.text.matchAll(/^(?:class|def)[ \t]+(\w+)/gm)];
  return definitions.some(({ 1: name = '', index }) => {
    const above = code.text.slice(0, index);
    return new RegExp(`(['"])${name}\\1`).test(above) && !bindsName(above, name) && bindsName(before, name);
  });
}

/** Whether a session goes on with an iterator of an earlier fence, and the text between them passes over some of its items. */
function leavesStepsOut({ example: { code, prompt }, previous, page }: Ended): boolean {
  const isFirst = prompt !== undefined && previous?.prompt !== undefined && previous.prompt.fence !== prompt.fence;
  if (!isFirst || !/^(?:\w+\.__next__\(\)|next\(\w+\))\s*$/.test(code.text)) return false;
  return /\b(?:finally|eventually|in the end|at the end|and so on|until)\b/i.test(paragraphBefore(page, prompt.fence));
}

const container = /^(?:challenge|exercise|solution|question|quiz|hint|spoiler|discussion)/;

/** In an exercise a program may fail for the reader to repair, and an output may be that of the reader's own code. */
function reasonOfExercise({ example, result, page }: Ended): string | undefined {
  const { span } = example.code;
  const isIn = container.test(containerAt(page, span.start) ?? '');
  if (result.end.how === 'raised') {
    if (expectedException(example) !== undefined) return undefined;
    const exception = raised(result);
    const isOfReader = /^TypeError: \w+\(\) (?:missing|takes|got an unexpected keyword argument) /.test(
      exception?.summary ?? '',
    );
    const isUnwritten = isOfReader || ['NameError', 'SyntaxError'].some((name) => exception?.types.includes(name));
    if (!isIn && !(isUnwritten && isInExercises(page, span.start))) return undefined;
    return 'It is a program of an exercise, which fails as it is.';
  }
  return isIn && result.stdout === '' ? 'It shows an output of code that the reader writes.' : undefined;
}

function raised({ end }: BlockResult): RaisedException | undefined {
  return end.how === 'raised' ? end.exception : undefined;
}

const network =
  /^(?:URLError|HTTPError|gaierror|ConnectionError|ConnectTimeout|SSLError|MaxRetryError|ServerSelectionTimeoutError)$/;
const unreachable =
  /\b(?:nameservers? failed|name resolution|Name or service not known|Network is unreachable|getaddrinfo)\b/i;
const server = /\b(?:app|server|uvicorn|httpd)\.(?:run|serve_forever)\(|\brun_simple\(/;

function reasonOfRaise(ended: Ended, exception: RaisedException): string | undefined {
  const stated = expectedException(ended.example);
  if (stated === exception.types[0]) return undefined;
  if (exception.types.includes('ModuleNotFoundError')) return lackedPackage(packageIn(exception.summary));
  const ofMachine = reasonOfMachine(ended, exception);
  // Where the page says with what a block ends, it does not end so on purpose.
  if (stated !== undefined) return ofMachine;
  return reasonOfCode(ended, exception) ?? ofMachine ?? reasonOfFragment(ended, exception);
}

/** That a block is no program, or fails on purpose. */
function reasonOfCode(ended: Ended, exception: RaisedException): string | undefined {
  const { example, page } = ended;
  const is = (name: string) => exception.types.includes(name);
  const failure = { isSyntaxError: is('SyntaxError'), lacksName: is('NameError') };
  const unfinished = unfinishedCode(example.code.text, failure);
  if (unfinished !== undefined) return `${unfinished} It was not run as it is.`;
  if (failure.isSyntaxError && showsOutputOf(ended)) return 'It shows the output of the block before it.';
  const mayBeMeant = !example.cell && !showsSuccess(ended, exception);
  if (mayBeMeant && failsOnPurpose(example.code.text, exception)) return 'It fails on purpose, as its own line says.';
  if (failsInThisVersion(ended)) return 'It fails in this version of Python, as the text below it says.';
  return mayBeMeant && isSaidToFail(example, page) ? 'It fails on purpose, as the text around it says.' : undefined;
}

/** Names and syntax that IPython adds to Python. */
const ofIPython = /^(?:display|get_ipython|In|Out|_i{1,3}|_i?\d+|_[dio]h)$/;
const isAwaited = /'await' outside function|'async \w+' outside|asynchronous comprehension outside/;

/** That a block needs what this run does not have. */
function reasonOfMachine(
  { example, before, all }: Ended,
  { types, summary, line }: RaisedException,
): string | undefined {
  const code = example.code.text;
  const name = types[0] ?? '';
  const is = (...names: string[]) => names.some((one) => types.includes(one));
  if (types.some((one) => network.test(one)) || unreachable.test(summary)) return 'It needs the network.';
  if (server.test(code) && is('SystemExit', 'OSError')) return 'It starts a server.';
  if (is('FileNotFoundError')) {
    const file = /'([^']+)'$|^\w+: (\S+) not found/.exec(summary);
    const what = file ? `\`${file[1] ?? file[2]}\`` : 'a file';
    if (/\bopen\(.*,\s*(?:mode\s*=\s*)?['"][rbt]*[wax]|\.write_\w+\(/.test(failingLine(code, line)))
      return `It writes ${what} into a folder that is not there: create the folder in the block, or before it.`;
    return `It reads ${what}, which it does not find: name the folder with the guide's data as \`data\` in prove-guide.yaml.`;
  }
  const variable = name === 'KeyError' ? /'(\w+)'$/.exec(summary)?.[1] : undefined;
  if (variable !== undefined && new RegExp(`\\benviron\\[["']${variable}["']\\]`).test(code))
    return `It needs the environment variable \`${variable}\`: \`--pass-env\` passes it.`;
  if (isAwaited.test(summary) && /^\S/.test(failingLine(code, line)))
    return 'It has `await` outside of a function, as only IPython runs it.';
  const missing = missingName(summary);
  if (missing !== undefined && ofIPython.test(missing) && !bindsName(before, missing))
    return `It uses \`${missing}\`, which only IPython has.`;
  if (is('MemoryError')) return 'It needs more memory than an example may have.';
  if (is('BdbQuit')) return 'It starts a debugger, which asks for input.';
  if (/^ImportError: attempted relative import/.test(summary)) return 'It is a module of a package.';
  if (is('TypeError') && /\b(?:environ\.get|getenv)\(/.test(failingLine(code, line)))
    return 'It needs an environment variable: `--pass-env` passes it.';
  if (name === 'EOFError' && /\binput\(/.test(all)) return 'It asks for input, which an example does not have.';
  return /\bsys\.argv\b|\bargparse\b/.test(code) ? 'It needs the arguments of a command.' : undefined;
}

/** That a block is a part of something. */
function reasonOfFragment(ended: Ended, exception: RaisedException): string | undefined {
  const { example } = ended;
  const code = example.code.text;
  const isLeftOut = exception.summary.includes("'ellipsis' object") && leavesPartsOut(code);
  if (isLeftOut || /\w\((?:\.\.\.|…)\)/.test(failingLine(code, exception.line))) return 'Parts of it are left out.';
  if (!example.prompt && !example.cell && isBareExpressions(code))
    return 'It shows an expression, and not what it gives.';
  return exception.types[0] === 'NameError' ? unknownName(ended, exception) : undefined;
}

function failingLine(code: string, line: number | null): string {
  return code.split('\n')[(line ?? 0) - 1] ?? '';
}

/** Whether some text, which is no Python, has the lines that the block before it printed. */
function showsOutputOf({ example, previous, before }: Ended): boolean {
  if (!previous || !/\bprint\(/.test(before)) return false;
  const words = (text: string) => new Set(text.match(/\p{L}{3,}/gu) ?? []);
  const own = words(example.code.text);
  const printed = words((previous.code.text.match(/(["']).*?\1/g) ?? []).join(' '));
  return own.size > 0 && [...own].every((word) => printed.has(word));
}

/** Attributes and items, one a line, without a call: nothing shows what they are. */
function isBareExpressions(code: string): boolean {
  const lines = code.split('\n').filter((line) => !/^\s*(?:#.*)?$/.test(line));
  return lines.length > 0 && lines.every((line) => /^\w+(?:\.\w+|\[[^\]()]*\])+\s*(?:#.*)?$/.test(line));
}

/** That a block needs a package that is missing. */
export function lackedPackage(name: string | undefined): string {
  return `It needs the package ${name === undefined ? 'that it imports' : `\`${name}\``}, which this Python lacks.`;
}

/** The package that a failed import was for. */
function packageIn(summary: string): string | undefined {
  return /'([\w.]+)'$|was found for ([\w-]+)/.exec(summary)?.slice(1).find(Boolean)?.split('.')[0];
}

const fails =
  /(?<!\p{L})(?:errors?|invalid|wrong|fails?|illegal|not allowed|raises?|exception|crash(?:es)?|Fehler|erreur|erro|ошибка)(?!\p{L})|错误|錯誤|エラー|에러|오류|خطا/iu;

/** Whether the page shows an output that did not come, and in it no word of a failure. */
function showsSuccess({ example: { output }, result }: Ended, { types }: RaisedException): boolean {
  if (!output || output.text.trim() === '' || fails.test(output.text)) return false;
  return !types.some((one) => output.text.includes(one)) && compareOutput(output.text, result.stdout) !== undefined;
}

/** Whether the failing line raises, or a comment beside it says that it fails. */
function failsOnPurpose(code: string, { line, types }: RaisedException): boolean {
  const text = failingLine(code, line);
  const said = /#(.*)$/.exec(text)?.[1] ?? '';
  return fails.test(said) || types.some((one) => one.endsWith('Error') && said.includes(one)) || /^raise\b/.test(text);
}

/** Whether the sentence before some code, or the one after it and the fences that follow it, says that it fails. */
function isSaidToFail({ code, prompt }: Example, page: string): boolean {
  const before = sentencesOf(paragraphBefore(page, prompt?.fence ?? code.span.start)).at(-1) ?? '';
  const [after = ''] = prompt ? [] : sentencesOf(paragraphBelow(page, code.span.end));
  return saysThatItFails(before) || saysThatItFails(after);
}

function sentencesOf(paragraph: string): string[] {
  return paragraph.trim().split(/(?<=[.!?])\s+/);
}

function saysThatItFails(sentence: string): boolean {
  return /\b(?:bugs?|mistakes?|broken|fails?|(?:will|would) (?:fail|raise|crash|give an error|yield an? \w* ?error)|raises an?|(?:not|n't) (?:work|allowed|valid|possible)|may not do|(?:the following|following|this) (?:error|exception|case))\b/i.test(
    sentence,
  );
}

/**
 * A fragment uses names that nothing on its page defines. It is a fault where something is printed before or an output is
 * shown, where the name is a misspelt one, and in a notebook, whose tool runs all cells.
 */
function unknownName(
  { example, before, all, everywhere, page }: Ended,
  { summary, line }: RaisedException,
): string | undefined {
  const name = missingName(summary);
  if (name === undefined || example.notebook) return undefined;
  const code = example.code.text;
  if (isStandIn(example, name, page)) return `It has \`${name}\` in place of code.`;
  const [known, written] = example.cell ? [before, page.slice(0, example.code.span.start)] : [everywhere, page];
  if (!bindsName(known, name) && bindsName(written, name))
    return `It needs \`${name}\`, which code of its page defines that is not run.`;
  if (example.cell) return undefined;
  const reached = code
    .split('\n')
    .slice(0, line ?? undefined)
    .join('\n');
  const isLater = bindsName(all, name) && !bindsName(`${before}\n${code}`, name);
  if (example.prompt && isLater) return `It uses \`${name}\`, which only a later block on its page defines.`;
  if (/\bprint\(/.test(reached) || (example.output && example.output.text !== '')) return undefined;
  if (isMisspelt(name, all)) return undefined;
  const [outer, own] = [before.replace(/^[ \t].*$/gm, ''), code].map((text) => bindsName(text, name));
  if (own || outer) return undefined;
  if (bindsName(before, name)) return `It uses \`${name}\`, which is a name of a function: it shows a part of it.`;
  const who = isLater ? 'only a later block' : 'nothing';
  return `It uses \`${name}\`, which ${who} on its page defines: it shows a part of a program.`;
}

/** Whether some code is only a name, which stands nowhere else on its page, and its output words or a remark. */
function isStandIn({ code, output }: Example, name: string, page: string): boolean {
  const isAlone = code.text.replace(/#.*/, '').trim() === name && page.split(new RegExp(`\\b${name}\\b`)).length === 2;
  return isAlone && /^(?:#.*|\p{L}+(?: [\p{Ll}\p{Lo}\p{M}\u200c]+)+)$/u.test(output?.text.trim() ?? '');
}

/**
 * Short names are near to each other, and so are the names of one thing and of several, of a class and its instance or one
 * derived from it: none is a misspelt other.
 */
function isMisspelt(name: string, code: string): boolean {
  const own = name.toLowerCase();
  const others = boundNames(code).filter((other) => {
    const one = other.toLowerCase();
    const isForm = one.endsWith(own) || own.endsWith(one) || one === `${own}s` || own === `${one}s`;
    return !isForm && one[0] === own[0] && Math.abs(one.length - own.length) <= 1;
  });
  return name.length > 3 && !bindsName(code, name) && nearestWord(name, others) !== undefined;
}

/** The name that a `NameError` is about. */
export function missingName(summary: string): string | undefined {
  return /name '([^']+)' is not defined/.exec(summary)?.[1];
}
