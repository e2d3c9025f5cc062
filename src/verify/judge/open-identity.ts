import { withoutStrings } from './bound-names.ts';

/**
 * Whether some code asks with `is` for what is up to the Python: whether two equal values are one object. Of a constant there
 * is one, and of a list, or of another value that can change, each expression makes a new one: these answers are certain.
 *
 * @param before the code that ran before it
 */
export function asksForIdentity(code: string, before: string): boolean {
  const all = withoutStrings(`${before}\n${code}`);
  const comparisons = withoutStrings(code).matchAll(/([\w.]*)\s+is\s+(?:not\s+)?([\w.]+|[[{]|)/g);
  return comparisons.some(
    ({ 1: left = '', 2: right = '' }) => ![left, right].some((one) => isConstant(one) || canChange(one, all)),
  );
}

function isConstant(operand: string): boolean {
  return /^(?:None|True|False)$/.test(operand);
}

const changeable = /^(?:[[{]|(?:list|dict|set|bytearray|object)\(|[\w.]+\.copy\(\)$)/;

/** Whether an operand is a list or the like, or a name that is only ever given such values. */
function canChange(operand: string, code: string, seen: readonly string[] = []): boolean {
  if (changeable.test(operand)) return true;
  if (!/^[A-Za-z_]\w*$/.test(operand) || seen.includes(operand) || isBoundOtherwise(operand, code)) return false;
  const assigned = [...code.matchAll(new RegExp(`^[ \\t]*(?:\\w+[ \\t]*=[ \\t]*)*${operand}[ \\t]*=(?!=)(.*)$`, 'gm'))];
  const values = assigned.map(
    ([, value = '']) =>
      value
        .split(/(?<![=!<>])=(?!=)/)
        .at(-1)
        ?.trim() ?? '',
  );
  return values.length > 0 && values.every((value) => canChange(value, code, [...seen, operand]));
}

/** Whether a name is a parameter, or one of several that are given values at once. */
function isBoundOtherwise(name: string, code: string): boolean {
  return new RegExp(
    `\\b(?:def|for|lambda|as|import)\\b[^:\\n]*\\b${name}\\b|^[^=\\n(]*(?:,[ \\t]*${name}|\\b${name}[ \\t]*,)[^=\\n]*=(?!=)|\\b${name}[ \\t]*:=`,
    'm',
  ).test(code);
}
