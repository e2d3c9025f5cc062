import { nearestWord } from '../../core/nearest-word.ts';
import type { ReadFence } from './read-fence.ts';

/** The kind of a fence by its language: Python that is run, Python that is not run and why, or another language. */
export type LanguageKind = { readonly is: 'python' | 'other' } | { readonly is: 'unchecked'; readonly reason: string };

/** The info string of a fence, split at the first blank. */
export interface Info {
  /** In lower case. */
  readonly language: string;
  readonly meta: string;
}

/** The info string of a fence that was read. */
export function infoOf({ language, meta }: ReadFence): Info {
  return { language, meta: meta.text };
}

const python: LanguageKind = { is: 'python' };
const other: LanguageKind = { is: 'other' };
const unchecked = (reason: string): LanguageKind => ({ is: 'unchecked', reason });

/** The reason for interactive sessions, in which input comes after `>>>`. */
export const sessionReason = 'it shows an interactive session (`>>>`), whose outputs are not compared yet';

const sessionWords = /^(?:pycon\d?|pyconsole|py-?repl|i?python\d?-?(?:console|repl|session)|doctest)$/;
const cellWords =
  /^(?:code-cell|jupyter-execute|nb-exec|ipython\d?|pyodide(?:-python)?|marimo|exec-code|testcode|testsetup|testcleanup|plot)$/;
const codeDirectives = /^(?:code|code-block|sourcecode|prompt|highlight|literalinclude)$/;
const pythonNames = /^(?:i?python[\d.]*|py\d*|pycon)(?![\w])|\.py\b/;
const pythonLike = /^(?:py\d\w*|pyi|pypy|sage(?:math)?)$/;

/** Reads a fence's language in the forms of common tools: `py`, `{python}`, `{ .python .annotate }`. */
export function languageKind({ language, meta }: Info): LanguageKind {
  const word = languageWord({ language, meta });
  const directive = /^\{[^.]/.test(language);
  if (directive && /^\{\w+:/.test(language)) return other;
  if (/^(?:python3?|py)$/.test(word) && !language.startsWith('{{')) return python;
  if (/^(?:python|py)2\d*$/.test(word)) return unchecked('it is marked as Python 2');
  if (sessionWords.test(word)) return unchecked(sessionReason);
  if (cellWords.test(word)) {
    const kernel = /^[a-z][\w+-]*/i.exec(meta)?.[0] ?? 'python';
    const isPython = word !== 'code-cell' || /^(?:i?py|python|conda|kernel)/i.test(kernel);
    return isPython
      ? unchecked(`\`${language}\` marks a cell of a notebook or of another tool, which is not run yet`)
      : other;
  }
  if (directive && codeDirectives.test(word)) {
    return pythonNames.test(meta.toLowerCase())
      ? unchecked(`\`${language}\` marks code that another tool shows`)
      : other;
  }
  // It shows what Python prints, and is no code.
  if (tracebacks.test(word) || /(?:output|result)s?$/.test(word)) return other;
  if (language.includes('python') || pythonLike.test(word)) {
    return unchecked(`\`${language}\` is not run: write \`python\``);
  }
  if (word.startsWith('p') && nearestWord(word, ['python', 'python3']) !== undefined) {
    return unchecked(`\`${language}\` is no language: did you mean \`python\`?`);
  }
  return other;
}

/** The bare word: `python` of `{.python}`, `{ .python .annotate }`, `python:file.py`, `python,ignore`. */
function languageWord({ language, meta }: Info): string {
  const text = language === '{' ? meta.toLowerCase() : language;
  return /^[{.:\s]*([\w-]*)/.exec(text)?.[1] ?? '';
}

/** The names of highlighters for a traceback. */
const tracebacks = /^(?:py\d?tb|(?:python\d?-?)?traceback)$/;

/**
 * The word that says what a fence shows: `output` of `{ .text .output }`, `text` of `{ .text title="…" }`, `error` for a
 * traceback, and of all others their language.
 */
export function shownWord(read: ReadFence): string {
  const { language, meta } = infoOf(read);
  if (tracebacks.test(language)) return 'error';
  if (!/^\{(?:\.|$)/.test(language)) return language;
  const words = [...`${language} ${meta}`.matchAll(/(?<=[\s{])\.([\w-]+)/g)].map(([, word = '']) => word.toLowerCase());
  return words.find((word) => word === 'output' || word === 'error') ?? words[0] ?? language;
}

/** Whether code is an interactive session with prompts, which cannot be run. */
export function isInteractive(code: string): boolean {
  const first = code.split('\n').find((line) => line.trim() !== '' && !/^\s*#/.test(line)) ?? '';
  // In Python no line begins with a prompt; in a docstring it is indented.
  return /^\s*(?:>>>(?: |$)|In \[\d+\]:)/.test(first) || /^>>> \S/m.test(code);
}

/** Whether a line of the text begins with a prompt. */
export function holdsPrompt(text: string): boolean {
  return /^[ \t]*>>> \S/m.test(text);
}

/** Whether a fence that is not run for this reason is an interactive session of Python, which can be run. */
export function isSession({ fence }: ReadFence, reason: string | undefined): boolean {
  return reason === sessionReason && holdsPrompt(fence.text);
}

/** Whether code without a language is surely Python: an import, a definition, or a call of `print`. */
export function looksLikePython(text: string): boolean {
  return /^(?:import [a-z_][\w.]*(?: as \w+)?\s*$|from [\w.]+ import \S|def \w+\(.*\).*:|class \w+(?:\(.*\))?:\s*$|print\(.*\)\s*$)/m.test(
    text,
  );
}
