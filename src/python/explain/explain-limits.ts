import type { ExplainedError, Explanations } from './explanation.ts';

const nobodyAnswers =
  'Nobody can type an answer here. Instead of `input()`, give the variable a value in the code: `x = 3`.';

function askedForInput(_groups: readonly string[], { code }: ExplainedError): string | undefined {
  return /\binput\s*\(/.test(code) ? nobodyAnswers : undefined;
}

/** What the machine, or the page, does not have. */
export const explainLimits: Explanations = {
  EOFError: [[/^/, nobodyAnswers]],
  RuntimeError: [[/^/, askedForInput]],
  RecursionError: [
    [
      /^/,
      'A function calls itself, and that call itself again, without end. It needs a case in which it gives an answer without calling itself.',
    ],
  ],
  MemoryError: [[/^/, 'This needs more memory than there is here. Try with fewer elements.']],
  FileNotFoundError: [[/^/, 'The page has no files. Write the data into the code.']],
  OSError: [
    [/^/, askedForInput],
    [/^/, 'The page cannot reach files or the network.'],
  ],
  SystemExit: [[/^/, 'The code asked Python to end. Here a block simply ends with its last line.']],
  KeyboardInterrupt: [[/^/, 'It was interrupted.']],
};
