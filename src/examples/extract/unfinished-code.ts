import { announces } from './announcement.ts';

/**
 * Why some Python of a guide cannot run as it is, although nothing is wrong with it; `undefined` where nothing says so.
 *
 * @param failure how it failed
 */
export function unfinishedCode(code: string, { isSyntaxError, lacksName }: Failure): string | undefined {
  if (blank.test(withoutTexts(code))) return 'It has blanks to be filled in.';
  if (lacksName && /(?:^|[[(,=:])\s*\.\.\.(?:\s|[\]),]|$)/m.test(code)) return 'Parts of it are left out.';
  if ((lacksName || isSyntaxError) && syntax.test(code)) return 'It shows the form of a statement.';
  if (!isSyntaxError) return undefined;
  if (/^(?:\w[\w, ]*=\s*)?await /m.test(code)) return 'It has `await` outside of a function, as only IPython runs it.';
  if (/^\s*>>>\S/m.test(code)) return 'Its prompts (`>>>`) have no blank behind them.';
  if (newerSyntax.test(code)) return 'Only Python 3.12 or newer can parse it.';
  if (command.test(code)) return 'It shows a command of another program.';
  if (!/[=([]|\b(?:import|def|class|for|while|if|print|return)\b/.test(code))
    return 'It shows a text, which is no Python.';
  if (code.split('\n').some(announces)) return 'It shows an output between its lines.';
  if (/^Traceback \(most recent call last\):/m.test(code)) return 'It shows a traceback between its lines.';
  if (/^[ \t]*[=*_~-]{5,}/m.test(code)) return 'It shows a line of an editor, which is no Python.';
  if (isTable(code)) return 'It shows a table, which is no Python.';
  if (holdsProse(code)) return 'It shows words in place of code.';
  if (/\.\.\.|…|<[a-z][a-z ]*>/.test(code)) return 'Parts of it are left out.';
  return isPartOfStatement(code) ? 'It is a part of a statement.' : undefined;
}

/**
 * Whether a function, a class or the code itself has `...` in place of statements. In the bodies of protocols and overloads
 * they are all there is.
 */
export function leavesPartsOut(code: string): boolean {
  return /^[ \t]*(?:\.\.\.|…)[ \t]*(?:#.*)?$/m.test(code) && !/\b(?:Protocol|overload|abstractmethod|ABC)\b/.test(code);
}

/** Whether all lines have two columns with blanks between them. */
function isTable(code: string): boolean {
  const lines = code.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => /^\S.*\S {2,}(?!#)\S/.test(line));
}

const keywords =
  'and|as|assert|async|await|class|def|del|elif|else|except|for|from|global|if|import|in|is|lambda|not|or|print|raise|return|while|with|yield';
const prose = new RegExp(
  String.raw`^[ \t]*(?:\w+ )*?(?!(?:${keywords})\b)[a-z]+ (?!(?:${keywords})\b)[a-z]+ (?!(?:${keywords})\b)[a-z]+\b`,
  'im',
);

/** Whether a line has three words after each other, between which Python would have something. */
function holdsProse(code: string): boolean {
  return prose.test(withoutTexts(code).replace(/#.*$/gm, ''));
}

/** The statement `type`, and type parameters of functions and classes. */
const newerSyntax = /^\s*(?:type \w+(?:\[[^\]]*\])? = |(?:async )?(?:def|class) \w+\[)/m;

/** How some code failed: Python could not parse it, or does not know a name in it. */
interface Failure {
  readonly isSyntaxError: boolean;
  readonly lacksName: boolean;
}

const syntax =
  /^\s*#+\s*(?:general )?(?:syntaxe?|syntaxis|sintaxis|sintaxe|sintassi|sintaksisi?|语法|문법|نحو|سینتکس)(?!\p{L})|\bgoes here\b/imu;
const command =
  /^\s*(?:%{1,2}\w+|\$ |(?:pip3?|conda|python3?|cd|git|npm|mkdir) [\w./-]|[\w.]+\?{1,2}$|\?{1,2}\w|\w+@[\w-]+:)/m;

/** `____` as a name, `???`, or `?` in place of a value. */
const blank = /(?<![\w.])_{3,}(?!\w)|\._{2,}(?![\w])|\?\?\?|(?:^|[=(,])\s*\?\s*(?:$|[),])/m;

/** The code without the content of its strings; what stands in the braces of an f-string is code. */
function withoutTexts(code: string): string {
  return code.replace(/(?<![fF])(?:'[^'\n]*'|"[^"\n]*")/g, "''");
}

const continues = /^(?:elif|else|except|finally|case)\b/;
const header = /:\s*(?:#.*)?$/;

/** Whether it begins in the middle of a statement, or has a header whose body is only described or missing. */
function isPartOfStatement(code: string): boolean {
  const lines = code.split('\n').filter((line) => line.trim() !== '');
  const [first = ''] = lines.filter((line) => !/^\s*#/.test(line));
  if (continues.test(first.trimStart()) || /^\s/.test(first)) return true;
  return lines.some((line, i) => {
    const next = lines[i + 1];
    return header.test(line) && !/^\s*#/.test(line) && (next === undefined || /^\s*#/.test(next)) && !hasBody(lines, i);
  });
}

/** Whether code that is indented deeper follows a header, after its comments. */
function hasBody(lines: readonly string[], header: number): boolean {
  const next = lines.slice(header + 1).find((line) => !/^\s*#/.test(line));
  return next !== undefined && indentOf(next) > indentOf(lines[header] ?? '');
}

function indentOf(line: string): number {
  return line.search(/\S|$/);
}

const changing = new RegExp(
  [
    String.raw`\btime\.(?:time|ctime|asctime|localtime|gmtime|strftime|perf_counter|process_time|monotonic)\b`,
    String.raw`\b(?:datetime|date)\.(?:now|today|utcnow)\b`,
    String.raw`\b(?:getpid|getcwd|gethostname|getuser|getsizeof|__sizeof__|cpu_count)\b`,
    // A path that is added to is no path that is shown.
    String.raw`\bsys\.(?:version|path(?!\.)|platform|executable|prefix|argv|stdin)\b`,
    // A session has more names than its own, such as that of its file.
    String.raw`(?:^|\n)(?:print\()?(?:globals|locals|vars)\(\)`,
    String.raw`\b(?:__version__|version\.version)\b`,
    // A variable of another name is one that the guide itself asks its readers to set.
    String.raw`\bos\.environ(?!\.get|\[)`,
    String.raw`\bos\.environ(?:\.get\(|\[)["'](?:HOME|USER|USERNAME|PATH|SHELL|LANG|PWD|HOSTNAME|TMPDIR|TEMP)\b`,
  ].join('|'),
);

function imports(module: string): RegExp {
  return new RegExp(String.raw`^[ \t]*(?:import|from)\b.*\b${module}\b`, 'm');
}

/** Functions under names that a guide's own have as well; those of a module are a sign only where it is imported. */
const ofModules = [
  // A small number is its own hash; that of any other value is up to the machine.
  { call: /\bid\(|\bhash\((?!-?\d{1,9}\))/, module: /^/ },
  { call: /\buuid\d?\b/, module: imports('uuid') },
  { call: /\bsecrets\b/, module: imports('secrets') },
  { call: /\btimeit\b/, module: imports('timeit') },
  { call: /\bplatform\.\w/, module: imports('platform') },
  { call: /\btempfile\.\w/, module: imports('tempfile') },
  { call: /\bresource\.\w/, module: imports('resource') },
  { call: /\bcwd\b/, module: imports('(?:os|pathlib)') },
  {
    call: /\b(?:listdir|scandir|i?glob|rglob|iterdir|walk)\(/,
    module: /^\s*(?:import|from)\s+(?:os|glob|pathlib)\b/m,
  },
  {
    call: /\b(?:random|randint|randrange|randbytes|getrandbits|shuffle|choices?|sample|uniform|gauss|triangular|normalvariate|default_rng|rand|randn|integers|normal|standard_normal|permutation|poisson|binomial|exponential)\(/,
    module: /^\s*(?:import|from)\s+(?:random|numpy)\b/m,
    fixed: /\bseed\(|default_rng\(\w|RandomState\(\w/,
  },
] as const;

/**
 * Whether the output of some code differs from run to run or from machine to machine: by the time, chance, the number of an
 * object, or the files of the machine.
 *
 * @param before the code that ran before it, which may have set a seed
 */
export function dependsOnRun(code: string, before: string): boolean {
  const all = `${before}\n${code}`;
  return changesIn(code, all) || changingFunctions(before, all).some((name) => new RegExp(`\\b${name}\\(`).test(code));
}

/** Whether some code itself uses what changes. */
function changesIn(code: string, all: string): boolean {
  const isOwn = (name: string) => new RegExp(String.raw`\bdef ${name}\(`).test(all);
  const calls = (pattern: RegExp) =>
    (code.match(new RegExp(pattern, 'g')) ?? []).some((call) => !isOwn(call.slice(0, -1)));
  return (
    changing.test(code) ||
    ofModules.some((one) => calls(one.call) && one.module.test(all) && !('fixed' in one && one.fixed.test(all)))
  );
}

/** The functions of some code whose body uses what changes from run to run. */
function changingFunctions(code: string, all: string): string[] {
  const definitions = code.matchAll(/^([ \t]*)def (\w+)\(.*\n((?:\1[ \t]+.*\n|[ \t]*\n)*)/gm);
  return [...definitions].flatMap(([, , name = '', body = '']) => (changesIn(body, all) ? [name] : []));
}
