import type { ExplainedError, Explanation, Explanations } from './explanation.ts';

/** The first function of `names` that the line calls on NumPy or one of its parts. */
function calledIn(line: string, names: string): string | undefined {
  return new RegExp(`\\.(${names})\\(`).exec(line)?.[1];
}

const inOneList = 'array|asarray|sum|mean|max|min|std|median|prod|argmax|argmin';
const inOneShape = 'zeros|ones|empty|full';
const inOneSequence = 'concatenate|stack|vstack|hstack|column_stack';
const apart = 'rand|randn|eye';

/** For a NumPy function that takes one list or one shape but was called with separate arguments. */
function sayGrouping(_groups: readonly string[], { line }: ExplainedError): string | undefined {
  const values = calledIn(line, inOneList);
  if (values) return `\`np.${values}\` takes its numbers together, in one list: \`np.${values}([1, 2, 3])\`.`;
  const shape = calledIn(line, inOneShape);
  if (shape) {
    const rest = shape === 'full' ? ', 0.5' : '';
    return `\`np.${shape}\` takes all lengths together, in one pair of brackets of their own: \`np.${shape}((2, 3)${rest})\`.`;
  }
  const sequence = calledIn(line, inOneSequence);
  if (sequence) return `\`np.${sequence}\` takes what it joins together, in one list: \`np.${sequence}([a, b])\`.`;
  if (calledIn(line, 'reshape'))
    return '`reshape` takes the new shape in brackets of its own: `np.reshape(x, (2, 3))`.';
  return undefined;
}

function sayApart(_groups: readonly string[], error: ExplainedError): string | undefined {
  const name = calledIn(error.line, apart);
  if (!name) return sayGrouping(_groups, error);
  const prefix = name === 'eye' ? 'np' : 'np.random';
  return `\`${prefix}.${name}\` takes its lengths one by one: \`${prefix}.${name}(2, 3)\`, without a second pair of brackets.`;
}

const wholeNumbers =
  'The array holds whole numbers and cannot hold the decimals of this result. Make it of floats, `np.array([1.0, 2.0])`, or make a new one: `x = x / 2` in place of `x /= 2`.';

/** An assignment to an element, as in `x[0] = …` or `w[i, j] = …`. */
const setsElement = /^\s*[A-Za-z_]\w*\[[^\]]*\]\s*=(?!=)/;

function sayTextInArray([, text = '']: readonly string[], { line }: ExplainedError): string | undefined {
  if (!setsElement.test(line)) return undefined;
  return `The array holds numbers, and ${text} is a text. Put a number there, without quotes.`;
}

const elements: readonly Explanation[] = [
  [/Cannot cast ufunc .* output from dtype\('float\d+'\) to dtype\('u?int\d+'\)/, wholeNumbers],
  [
    /(?:int|float)\(\) argument must be .*, not '(\w+)'/,
    ([, type = ''], { line }) =>
      setsElement.test(line)
        ? `One element of the array holds one number, and this is a value of the type \`${type}\`.`
        : undefined,
  ],
];

/** Calls of NumPy's functions with arguments grouped in the wrong way, and elements of the wrong type. */
export const explainArrayCalls: Explanations = {
  TypeError: [
    ...elements,
    [/Cannot interpret '.*' as a data type|data type '?.*'? not understood|must be of ArrayType/, sayGrouping],
    [/\w+\(\) takes .*positional arguments? but \d+ (?:was|were) given/, sayGrouping],
    [/order must be (?:str|one of)|'(?:list|tuple)' object cannot be interpreted as an integer/, sayApart],
  ],
  ValueError: [
    [/invalid literal for int\(\) with base \d+: (.+)$/, sayTextInArray],
    [/could not convert string to float: (.+)$/, sayTextInArray],
    [/zero-dimensional arrays cannot be concatenated/, sayGrouping],
  ],
  AxisError: [[/bounds for array of dimension 0$/, sayGrouping]],
};
