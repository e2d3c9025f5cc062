/** Modules whose functions only compute: they use no file, no clock, no property of the machine, no module by name. */
const modules = new Set(
  (
    'abc array bisect cmath collections contextlib copy dataclasses decimal enum fractions functools heapq itertools json ' +
    'math matplotlib numbers numpy operator random re statistics string struct textwrap types typing warnings __future__'
  ).split(' '),
);

/** Names through which even these modules can use a file, the machine, or code that is not in the block. */
const reaching = new RegExp(
  `\\b(?:${[
    'open|exec|eval|compile|breakpoint|getattr|attrgetter|methodcaller|globals|vars|builtins',
    '__(?:import|builtins|loader|spec|file|subclasses|globals|dict|class|mro|bases|code|getattribute)__',
    'os|io|_os|_sys|import_module|id|object',
    'load|loads|loadtxt|genfromtxt|fromfile|fromregex|memmap|open_memmap|imread|DataSource|load_library|ctypeslib|f2py|show_config|show_runtime',
    'rc|rc_file|rc_context|rcParams|matplotlib_fname|get_cachedir|get_configdir|style|font_manager|get_sample_data|cbook|image',
    'SystemRandom|get_include|get_data_path',
  ].join('|')})\\b`,
);

/** `test` is a common name of a variable, and in these modules the function that runs their tests. */
const test = /\.[ \t]*test\b|\bimport\b.*(?:\btest\b|\*)/;

/** What `sys` says of the interpreter, which is part of the key of a result; `sys.modules` leads to everything else. */
const interpreterFacts = /\bsys\.(?:version\.split\(\)\[0\]|(?:version_info|float_info|int_info|maxsize|byteorder)\b)/g;

const importLine = /^[ \t]*(?:import[ \t]+(.+)|from[ \t]+([\w.]+)[ \t]+import\b.*)$/gm;
const seeded = /\b(?:seed|default_rng|Random|RandomState|SeedSequence)\(\s*[^\s)]/;

/**
 * Whether a session's result depends only on its code and on the versions of Python, NumPy and Matplotlib, so that the
 * result may be cached. Code that imports another module, or may read a file, a clock or unseeded random numbers, can
 * give another result next time although the lesson is the same. Uncertain cases count as not self-contained. `input()`
 * always finds nothing.
 */
export function isSelfContained(code: string): boolean {
  return usesNoChance(code) && reachesNothing(code);
}

/**
 * The same of an answer to an exercise: the check seeds the random numbers before it calls the answer's functions, so chance
 * has a part only where the answer runs more than their definitions.
 */
export function isSelfContainedAnswer(blocks: readonly { readonly code: string }[], written: string): boolean {
  const code = blocks.map((block) => block.code).join('\n');
  return reachesNothing(written) && (usesNoChance(code) || onlyDefines(code));
}

function usesNoChance(code: string): boolean {
  return !/\brandom\b/i.test(code) || seeded.test(code);
}

/** Whether all lines at the left are imports and the heads of functions. */
function onlyDefines(code: string): boolean {
  const heads = /^(?:(?:import|from)[ \t][\w., \t]*(?:#.*)?|def[ \t]+\w+\([\w, \t]*\):|[ \t]*#.*|[ \t]*)$/;
  return code.split('\n').every((line) => heads.test(line) || /^[ \t]/.test(line));
}

function reachesNothing(written: string): boolean {
  const code = written.replace(interpreterFacts, '').replace(/^import sys$/m, '');
  if (reaching.test(code) || test.test(code) || /\bsys\b/.test(code)) return false;
  const imports = [...code.matchAll(importLine)].flatMap(([, plain, from]) => (from ? [from] : namesIn(plain ?? '')));
  const mentions = code.match(/\bimport\b/g)?.length ?? 0;
  const lines = [...code.matchAll(importLine)].length;
  return mentions === lines && imports.every((name) => modules.has(name.split('.')[0] ?? ''));
}

/** `math, numpy as np  # both` names `math` and `numpy`. */
function namesIn(text: string): string[] {
  return (text.split(/[#;]/)[0] ?? '').split(',').map((part) => part.trim().split(/\s+/)[0] ?? '');
}
