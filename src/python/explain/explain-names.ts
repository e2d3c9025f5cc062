import { nearestWord } from '../../core/nearest-word.ts';
import type { ExplainedError, Explanations } from './explanation.ts';
import { visibleNames } from './visible-names.ts';

/** Usual names of modules and functions, with the line that imports each. */
const imports: Readonly<Record<string, string>> = {
  np: 'import numpy as np',
  numpy: 'import numpy',
  plt: 'import matplotlib.pyplot as plt',
  math: 'import math',
  random: 'import random',
  sys: 'import sys',
  time: 'import time',
  itertools: 'import itertools',
  functools: 'import functools',
  statistics: 'import statistics',
  sqrt: 'from math import sqrt',
  exp: 'from math import exp',
  log: 'from math import log',
  sin: 'from math import sin',
  cos: 'from math import cos',
  pi: 'from math import pi',
  Fraction: 'from fractions import Fraction',
};

const otherLanguages: Readonly<Record<string, string>> = {
  true: 'True',
  false: 'False',
  null: 'None',
  nil: 'None',
  undefined: 'None',
  NaN: "float('nan')",
  Infinity: "float('inf')",
};

const builtIns =
  'abs all any bool dict enumerate float format int isinstance len list map max min pow print range reversed round set sorted str sum tuple type zip True False None for while def return import';

const modules = [
  'numpy',
  'matplotlib',
  'math',
  'random',
  'itertools',
  'functools',
  'statistics',
  'fractions',
  'decimal',
  'time',
  'sys',
];

/** Names that do not exist. */
export const explainNames: Explanations = {
  UnboundLocalError: [
    [
      /variable '(\w+)'/,
      'A function that gives `$1` a value has a `$1` of its own, and here it is used before it has one. Give it a value first, or pass it to the function as an argument.',
    ],
  ],
  NameError: [
    [/name '(\w+)' is not defined/, ([, name = ''], error) => explainName(name, error)],
    [/free variable '(\w+)'/, '`$1` belongs to the function around this one, and has no value yet.'],
  ],
  ModuleNotFoundError: [
    [
      // A message that goes on after the name contains the remedy already.
      /No module named '([\w.]+)'(?!\. [A-Z])/,
      ([, name = '']) => {
        const near = nearestWord(name, modules);
        const what = near && near !== name ? `Did you mean \`${near}\`? ` : '';
        return `${what}There is no module \`${name}\` here. You can import Python’s own library, \`numpy\` and \`matplotlib.pyplot\`.`;
      },
    ],
  ],
  ImportError: [
    [
      /cannot import name '(\w+)' from '([\w.]+)'/,
      '`$2` contains no `$1`. Is it spelled correctly, with the same capitals?',
    ],
  ],
  AttributeError: [
    [/'NoneType' object has no attribute/, 'This is `None`, the result of a function without `return`.'],
    [
      /'list' object has no attribute '(shape|T|mean|sum|dot|reshape|std|max|min|ndim|size)'/,
      'A list has no `$1`; an array has one. Convert the list: `np.array(…)`.',
    ],
    [
      /'(?:numpy\.)?ndarray' object has no attribute 'append'/,
      'The length of an array cannot change. Collect the values in a list, and convert it to an array at the end.',
    ],
    [/.*has no attribute '(\w+)'[\s\S]*Did you mean: '(\w+)'/, 'There is no `$1` in it. Did you mean `$2`?'],
    [
      /module '([\w.]+)' has no attribute '(\w+)'$/,
      'The module `$1` contains no `$2`. Is it spelled correctly, with the same capitals?',
    ],
    [
      /'(\w+)' object has no attribute '(\w+)'$/,
      'A value of the type `$1` has no `$2`. Is it spelled correctly, and is this the value that you expect?',
    ],
  ],
};

function explainName(name: string, error: ExplainedError): string {
  const needed = imports[name];
  if (needed) return `\`${name}\` has to be imported before it is used. Put \`${needed}\` in the first line.`;
  const python = otherLanguages[name];
  if (python) return `Python writes \`${python}\` for \`${name}\`.`;
  const later = definedOn(name, error.code);
  if (later) return `\`${name}\` gets its value on line ${later}, which runs after this one.`;
  const near = meantName(name, error);
  if (near) return `Nothing is called \`${name}\` here. Did you mean \`${near}\`?`;
  return `Nothing is called \`${name}\` here. ${sayHowToName(name, error)}`;
}

/** The name that was probably intended. Python’s own suggestion must pass the same tests. */
function meantName(name: string, { message, code, earlier, line }: ExplainedError): string | undefined {
  const guess = /Did you mean: '(\w+)'/.exec(message)?.[1];
  // Short names are similar to many built-in ones.
  const isNear = (word: string) => letters(word) === letters(name) || (name.length > 3 && word[0] === name[0]);
  const words = builtIns.split(' ').filter(isNear);
  const known = [...visibleNames(earlier, ''), ...visibleNames(code, line), ...words];
  if (guess && known.includes(guess) && isMisspelling(name, guess)) return guess;
  return nearestWord(
    name,
    known.filter((one) => isMisspelling(name, one)),
  );
}

/** One-letter names are never misspellings of each other, nor is `w2` of `w1`; names of two differ in order or case only. */
function isMisspelling(name: string, other: string): boolean {
  if (name === other || Math.min(name.length, other.length) < 2) return false;
  if (withoutDigits(name) === withoutDigits(other)) return false;
  if (Math.min(name.length, other.length) > 2) return true;
  return letters(name) === letters(other);
}

function withoutDigits(name: string): string {
  return name.replace(/\d/g, '');
}

function letters(name: string): string {
  return [...name.toLowerCase()].sort().join('');
}

/** The remedy for an undefined name: give it a value, or define a function if the line is a formula. */
function sayHowToName(name: string, { line }: ExplainedError): string {
  const [, to, formula] = /^([A-Za-z_]\w*)\s*=(?!=)\s*([^#]*)/.exec(line) ?? [];
  if (!to || !formula || name.length > 1 || formula.includes('(')) {
    return 'Give it a value in a line before this one; or put it in quotes if it is meant as text.';
  }
  const power = formula.includes('^') ? ' (a power is written `**`)' : '';
  const body = formula.trim().replaceAll('^', ' ** ').replace(/ +/g, ' ');
  return `Give it a value in a line before this one, \`${name} = 3\`; or make a function of it: \`def ${to}(${name}): return ${body}\`${power}.`;
}

/** The 1-based line that begins with an assignment to the name or its definition. */
function definedOn(name: string, code: string): number | undefined {
  const definition = new RegExp(`^(?:${name}\\s*(?:=(?!=)|,)|def ${name}\\b|class ${name}\\b)`);
  return code.split('\n').findIndex((line) => definition.test(line)) + 1 || undefined;
}
