import type { ExplainedError, Explanations } from './explanation.ts';

const nobodyAnswers = 'The page has no input for `input()`. Give the variable a value in the code instead: `x = 3`.';

function askedForInput(_groups: readonly string[], { code }: ExplainedError): string | undefined {
  return /\binput\s*\(/.test(code) ? nobodyAnswers : undefined;
}

/** Errors from limits of the machine or the page: memory, files, the network, input. */
export const explainLimits: Explanations = {
  EOFError: [[/^/, nobodyAnswers]],
  RuntimeError: [[/^/, askedForInput]],
  RecursionError: [
    [
      /^/,
      'A function calls itself too often, perhaps without end. It needs a case in which it returns a value without calling itself.',
    ],
  ],
  MemoryError: [[/^/, 'This needs more memory than is available. Try with fewer elements.']],
  FileNotFoundError: [[/^/, 'The page has no files. Write the data into the code.']],
  OSError: [
    [/^/, askedForInput],
    [/^/, 'The page cannot reach files or the network.'],
  ],
  SystemExit: [[/^/, 'This line ends Python. Here it is not needed: a block ends after its last line.']],
  KeyboardInterrupt: [[/^/, 'It was interrupted.']],
};
