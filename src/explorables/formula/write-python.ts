import type { Expression, FunctionName } from './expression.ts';

/** Python's `math` has no name for these. */
const reciprocals: Partial<Record<FunctionName, FunctionName>> = { sec: 'cos', csc: 'sin', cot: 'tan', sech: 'cosh' };

/** The precedence of an expression: it gets parentheses where its precedence is lower than its place needs. */
const strength = { '+': 1, '-': 1, '*': 2, '/': 2, negative: 3, '^': 4, whole: 5 } as const;

/** An expression in Python, by the same operations in the same order. */
export function writePython(expression: Expression): string {
  return write(expression).code;
}

function write(expression: Expression): { code: string; holds: number } {
  switch (expression.kind) {
    case 'number':
      return { code: String(expression.value), holds: strength.whole };
    case 'name':
      return { code: expression.name === 'x' ? 'x' : `math.${expression.name}`, holds: strength.whole };
    case 'negative':
      return { code: `-${inside(expression.of, strength.negative)}`, holds: strength.negative };
    case 'call': {
      const below = reciprocals[expression.name];
      if (below) return { code: `1 / math.${below}(${writePython(expression.of)})`, holds: strength['/'] };
      const name = expression.name === 'abs' ? 'abs' : `math.${expression.name}`;
      return { code: `${name}(${writePython(expression.of)})`, holds: strength.whole };
    }
    case 'operation':
      return writeOperation(expression);
  }
}

function writeOperation({ sign, left, right }: Extract<Expression, { kind: 'operation' }>): {
  code: string;
  holds: number;
} {
  const holds = strength[sign];
  const power = sign === '^' && right.kind === 'number' ? right.value : undefined;
  if (power === 2 || power === 3) {
    const factor = inside(left, strength['*'] + 1);
    return { code: Array.from({ length: power }, () => factor).join(' * '), holds: strength['*'] };
  }
  if (power !== undefined && Number.isInteger(power))
    return { code: `${inside(left, strength.whole)}**${power}`, holds };
  // Python's ** of a negative number and a fraction is complex; a formula has no value there.
  if (sign === '^') return { code: `math.pow(${writePython(left)}, ${writePython(right)})`, holds: strength.whole };
  return { code: `${inside(left, holds)} ${sign} ${inside(right, holds + 1)}`, holds };
}

function inside(expression: Expression, needs: number): string {
  const { code, holds } = write(expression);
  return holds < needs ? `(${code})` : code;
}
