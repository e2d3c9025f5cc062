/** Calls whose value is another one at every run, and always of the same type, length and shape. */
const fixedCall =
  /^(?:\w+\.)*(?:uuid[14]|token_(?:hex|bytes|urlsafe)|urandom|getrandbits|sample|choices|randbytes|random|randint|randrange|rand|randn|integers|normal|uniform|gauss|standard_normal|permutation|poisson|binomial|exponential)$/;

/** Questions about the form of a value: its type, or that it is one. */
const question = /^(?:type|isinstance|callable)$/;
const mutates = 'append|extend|insert|remove|pop|clear|update|add|discard|resize|reshape|drop|sort';

/**
 * Some code with `0` in place of what asks only for the form of a value that is another one at every run: the length of a
 * UUID as text, the shape of an array of random numbers, the type of either. That is the same at every run.
 *
 * @param before the code that ran before it
 */
export function withoutFixedForms(code: string, before: string): string {
  const names = namesOfFixedForm(`${before}\n${code}`);
  const isFixed = (text: string) => {
    const inner = /^str\((.*)\)$/.exec(text)?.[1];
    // Text has the length of its number: only a UUID is always as long.
    if (inner !== undefined) return isCall(inner, /\buuid\d$/) || names.get(inner) === 'uuid';
    const [, call = ''] = /^(.*?)(?:\.(?:hex|bytes|urn))?$/.exec(text) ?? [];
    return names.has(call) || isCall(call, fixedCall);
  };
  let rest = code;
  for (const name of names.keys())
    rest = rest.replace(new RegExp(`\\b${name}\\.(?:shape|ndim|size|dtype)\\b`, 'g'), '0');
  let written = '';
  for (let match = nextCall(rest); match; match = nextCall(rest)) {
    const { start, name, open, end } = match;
    const argument = rest.slice(open + 1, end - 1).trim();
    const first = argument.split(/,(?![^(]*\))/)[0]?.trim() ?? '';
    const attribute = /^\.(?:shape|ndim|size|dtype)\b/.exec(rest.slice(end))?.[0];
    const isForm =
      (question.test(name) && isFixed(first)) ||
      (name === 'len' && isFixed(argument)) ||
      (attribute !== undefined && isCall(rest.slice(start, end), fixedCall));
    const next = isForm ? end + (question.test(name) || name === 'len' ? 0 : (attribute?.length ?? 0)) : open + 1;
    written += rest.slice(0, start) + (isForm ? '0' : rest.slice(start, next));
    rest = rest.slice(next);
  }
  return written + rest;
}

/** The next call in some code, from its name to behind its closing bracket. */
function nextCall(code: string) {
  const match = /(?<![\w.])((?:\w+\.)*\w+)\(/.exec(code);
  if (!match) return undefined;
  const open = match.index + match[0].length - 1;
  return { start: match.index, name: match[1] ?? '', open, end: closingOf(code, open) };
}

/** The offset behind the bracket that closes the one at `open`. */
function closingOf(code: string, open: number): number {
  let depth = 0;
  for (let i = open; i < code.length; i++) {
    if (code[i] === '(') depth += 1;
    else if (code[i] === ')') depth -= 1;
    if (depth === 0) return i + 1;
  }
  return code.length;
}

/** A call in the arguments whose value may be another one at every run: a length or a shape can follow from it. */
const changingArgument = /\b\w*(?:rand|choice|sample|integers|uuid|token|now|time)\w*\(/;

function isCall(text: string, of: RegExp): boolean {
  const open = text.indexOf('(');
  const isWhole = open > 0 && of.test(text.slice(0, open)) && closingOf(text, open) === text.length;
  return isWhole && !changingArgument.test(text.slice(open));
}

/** The names that are bound once, at the margin, to such a call, and whether that is a UUID. */
function namesOfFixedForm(code: string): Map<string, 'uuid' | 'other'> {
  const found = new Map<string, 'uuid' | 'other'>();
  for (const [, name = '', value = ''] of code.matchAll(/^(\w+)[ \t]*=[ \t]*([^\n#]*)/gm)) {
    const text = value.trim();
    const changes = new RegExp(
      String.raw`(?<![\w.])${name}(?:[ \t]*(?::[^=\n]*)?[-+*/%&|@]?=(?!=)|\.(?:${mutates})\b)|\b(?:for|as|del|global)[ \t]+${name}\b`,
      'g',
    );
    if (isCall(text, fixedCall) && code.match(changes)?.length === 1)
      found.set(name, /\buuid\d\(/.test(text) ? 'uuid' : 'other');
  }
  return found;
}
