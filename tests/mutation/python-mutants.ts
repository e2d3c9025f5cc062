/** A piece of Python code with one constant or operator changed. */
export interface CodeMutant {
  readonly code: string;
  /** 1-based line of the change, the line before and after: enough to find it again after other edits. */
  readonly change: string;
}

/** One mutant for each number and each operator of a piece of code, also those inside the braces of f-strings. */
export function codeMutants(code: string): CodeMutant[] {
  return changeable(code).map(({ start, end, replacement }) => {
    const mutated = code.slice(0, start) + replacement + code.slice(end);
    const before = lineAround(code, start);
    const after = lineAround(mutated, start);
    return { code: mutated, change: `${before} → ${after}` };
  });
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

const token =
  /(?<comment>#.*)|(?<fstring>\b[fF](?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'))|(?<string>"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?<number>(?<![\w.])(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?!\w))|(?<word>[A-Za-z_]\w*)|(?<operator>\*\*|\/\/|[-+*/%<>=!]=|[-+*/%<>])/g;

const operators: Readonly<Record<string, string>> = {
  '+': '-',
  '-': '+',
  '*': '+',
  '/': '*',
  '//': '*',
  '%': '+',
  '**': '*',
  '<': '>',
  '>': '<',
  '<=': '>',
  '>=': '<',
  '==': '!=',
  '!=': '==',
  '+=': '-=',
  '-=': '+=',
  '*=': '+=',
  '/=': '*=',
  and: 'or',
  or: 'and',
};

function changeable(code: string, offset = 0): Change[] {
  const changes: Change[] = [];
  for (const match of code.matchAll(token)) {
    const start = offset + match.index;
    const { fstring, number, word, operator } = match.groups ?? {};
    const add = (text: string, replacement: string) => changes.push({ start, end: start + text.length, replacement });
    if (fstring !== undefined) changes.push(...insideBraces(fstring, start));
    else if (number !== undefined) add(number, anotherNumber(number));
    else if (operator !== undefined && operators[operator]) add(operator, operators[operator]);
    else if (word !== undefined && operators[word]) add(word, operators[word]);
  }
  return changes;
}

/** The changes inside the expressions of an f-string; what follows a colon is a format, whose numbers count as well. */
function insideBraces(text: string, start: number): Change[] {
  return [...text.matchAll(/\{([^{}!:]+)(?:[!:]([^{}]*))?\}/g)].flatMap((match) => {
    const [, expression = '', format = ''] = match;
    const at = start + match.index + 1;
    const formatAt = at + expression.length + 1;
    const numbers = [...format.matchAll(/\d+/g)].map((digits) => ({
      start: formatAt + digits.index,
      end: formatAt + digits.index + digits[0].length,
      replacement: String(Number(digits[0]) + 1),
    }));
    return [...changeable(expression, at), ...numbers];
  });
}

/** A number that is visibly another: the last digit of a whole number goes up, the first non-zero one of a fraction. */
function anotherNumber(text: string): string {
  if (/^\d+$/.test(text)) return String(Number(text) + 1);
  const at = text.search(/[1-9]/);
  const digit = at < 0 ? 0 : Number(text[at]);
  if (at < 0) return '1.5';
  return `${text.slice(0, at)}${digit === 9 ? 8 : digit + 1}${text.slice(at + 1)}`;
}

function lineAround(code: string, offset: number): string {
  const start = code.lastIndexOf('\n', offset - 1) + 1;
  const end = code.indexOf('\n', offset);
  return code.slice(start, end < 0 ? undefined : end).trim();
}
