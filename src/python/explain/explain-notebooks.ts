import type { ExplainedError, Explanations } from './explanation.ts';

const noInstalling =
  'Packages cannot be installed here, and NumPy and Matplotlib are already there: `import numpy as np` and `import matplotlib.pyplot as plt` work. Remove this line.';

const command = 'This line is for a terminal, and is not Python. Remove it: the button Run runs this code.';

/** Lines with a meaning in a notebook or a terminal but not in Python; the first that matches is used. */
const foreignLines: readonly (readonly [line: RegExp, meaning: string])[] = [
  [/^\s*(?:[!%$] ?)?(?:(?:python3?|py) -m )?(?:pip3?|conda|mamba|uv|apt|brew)\s+\S/, noInstalling],
  [
    /^\s*%+\s*(?:matplotlib|config)\b/,
    'A line that begins with `%` is for notebooks, and is not Python. Remove it: here every picture is shown by `plt.show()`.',
  ],
  [
    /^\s*%+\s*(?:time|timeit|prun)\b/,
    'A line that begins with `%` is for notebooks, and is not Python. Remove it: the duration of a run is shown next to Run.',
  ],
  [/^\s*%/, 'A line that begins with `%` is for notebooks, and is not Python. Remove it.'],
  [/^\s*!/, 'A line that begins with `!` is a command for a terminal. There is none here; remove it.'],
  [
    /^\s*\?|\?\s*$/,
    'A question mark asks a notebook for help, and is not Python. Write `help(…)`, or `print(…)` to see a value.',
  ],
  [
    /^\s*(?:>>>|\.\.\.(?:\s|$)|(?:In|Out) ?\[\d*\]:)/,
    'The prompt (`>>>`, `In [1]:`) was copied with the code. Remove it at the beginning of each line.',
  ],
  [/^\s*(?:\$|python3?\s+\S+\.py\b|cd\s+\S|ls\b(?!\s*=))/, command],
];

function lookAtLine(_groups: readonly string[], { line }: ExplainedError): string | undefined {
  return foreignLines.find(([pattern]) => pattern.test(line))?.[1];
}

/** Errors from code for notebooks and terminals. */
export const explainNotebooks: Explanations = {
  SyntaxError: [[/^/, lookAtLine]],
  NameError: [
    [/^name '(?:In|Out|pip|pip3|conda|cd|ls|python|python3)'/, lookAtLine],
    [/^name 'display'/, '`display` belongs to notebooks. Here `print(…)` shows a value, and `plt.show()` a picture.'],
    [/^name 'get_ipython'/, 'This line is for notebooks. Remove it.'],
  ],
};
