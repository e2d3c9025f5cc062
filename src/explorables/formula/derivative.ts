import type { Expression, FunctionName } from './expression.ts';
import { add, call, divide, isSame, multiply, negate, number, one, power, type Sum, variable, zero } from './sum.ts';

const two = number(2);
const half = number(1, 2);
const squared = (sum: Sum) => power(sum, two);
const inverse = (sum: Sum) => divide(one, sum);
const root = (sum: Sum) => power(sum, half);

/** The derivative of an expression, by the rules of calculus. */
export function derivative(expression: Expression): Sum {
  switch (expression.kind) {
    case 'number':
      return zero;
    case 'name':
      return expression.name === 'x' ? one : zero;
    case 'negative':
      return negate(derivative(expression.of));
    case 'call':
      return multiply(derivative(expression.of), outer[expression.name](sumOf(expression.of)));
    case 'operation':
      return ofOperation(expression);
  }
}

/** The derivative of each function, at what stands in its parentheses: the outer part of the chain rule. */
const outer: Readonly<Record<FunctionName, (u: Sum) => Sum>> = {
  sin: (u) => call('cos', u),
  cos: (u) => negate(call('sin', u)),
  tan: (u) => inverse(squared(call('cos', u))),
  exp: (u) => call('exp', u),
  log: inverse,
  sqrt: (u) => divide(half, root(u)),
  abs: (u) => divide(call('abs', u), u),
  // Not 1 less the square of tanh, which is 0 but for rounding far out.
  tanh: (u) => inverse(squared(call('cosh', u))),
  sinh: (u) => call('cosh', u),
  cosh: (u) => call('sinh', u),
  asin: (u) => inverse(root(add(one, negate(squared(u))))),
  acos: (u) => negate(inverse(root(add(one, negate(squared(u)))))),
  atan: (u) => inverse(add(one, squared(u))),
  sec: (u) => multiply(call('sec', u), call('tan', u)),
  csc: (u) => negate(multiply(call('csc', u), call('cot', u))),
  cot: (u) => negate(inverse(squared(call('sin', u)))),
  sech: (u) => negate(multiply(call('sech', u), call('tanh', u))),
};

function ofOperation({ sign, left, right }: Extract<Expression, { kind: 'operation' }>): Sum {
  const [u, v] = [sumOf(left), sumOf(right)];
  const [du, dv] = [derivative(left), derivative(right)];
  switch (sign) {
    case '+':
      return add(du, dv);
    case '-':
      return add(du, negate(dv));
    case '*':
      return add(multiply(du, v), multiply(u, dv));
    case '/':
      if (dv.length === 0) return divide(du, v);
      return divide(add(multiply(du, v), negate(multiply(u, dv))), squared(v));
    case '^':
      if (dv.length === 0) return multiply(v, du, power(u, add(v, number(-1))));
      if (du.length === 0) return multiply(dv, power(u, v), naturalLog(u));
      return multiply(power(u, v), add(multiply(dv, naturalLog(u)), multiply(v, divide(du, u))));
  }
}

function naturalLog(sum: Sum): Sum {
  return isSame(sum, variable('e')) ? one : call('log', sum);
}

/** An expression as a sum of products. */
function sumOf(expression: Expression): Sum {
  switch (expression.kind) {
    case 'number':
      return number(expression.value);
    case 'name':
      return variable(expression.name);
    case 'negative':
      return negate(sumOf(expression.of));
    case 'call':
      return expression.name === 'sqrt' ? root(sumOf(expression.of)) : call(expression.name, sumOf(expression.of));
    case 'operation': {
      const [u, v] = [sumOf(expression.left), sumOf(expression.right)];
      if (expression.sign === '+') return add(u, v);
      if (expression.sign === '-') return add(u, negate(v));
      if (expression.sign === '*') return multiply(u, v);
      return expression.sign === '/' ? divide(u, v) : power(u, v);
    }
  }
}
