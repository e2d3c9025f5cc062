import type { ExplainedError, Explanation, Explanations } from './explanation.ts';

const forgotReturn = 'One of the values is `None`, the result of a function without `return`.';

const textAndNumber =
  'A text and a number cannot be added. Convert the text to a number with `float(…)`, or put the number into the text: `f"… {x}"`.';

const power = 'In Python `^` is not a power. Write `**`: `x ** 2`.';

const arithmetic: readonly Explanation[] = [
  [/unsupported operand type\(s\) for \^=?|ufunc 'bitwise_xor'/, power],
  [/unsupported operand type\(s\) for .*'NoneType'/, forgotReturn],
  [/can only concatenate (\w+) \(not "(\w+)"\) to \w+/, ([, to, other]) => sayConcatenation(to, other)],
  [/unsupported operand type\(s\) for \+=?: '(?:int|float|numpy\.\w+)' and 'str'/, textAndNumber],
  [
    /unsupported operand type\(s\) for (\S+?):? .*'(?:list|tuple)'/,
    'Arithmetic with lists does not work element by element. Convert them to arrays: `np.array(…)`.',
  ],
  [
    /unsupported operand type\(s\) for (\S+): '(.+)' and '(.+)'/,
    '`$1` does not work between values of the types `$2` and `$3`.',
  ],
  [
    /ufunc '\w+' (?:did not contain a loop|not supported for the input types)/,
    'The array holds something that is not a number, perhaps text.',
  ],
  [
    /can't multiply sequence by non-int/,
    'A list or a text times a number repeats it. To compute with each element, make an array: `np.array(…)`.',
  ],
  [/bad operand type for unary .: '(\w+)'/, 'A minus sign does not work on a value of the type `$1`.'],
  [
    /'(?:<|>|<=|>=)' not supported between instances of '(.+)' and '(.+)'/,
    ([, a, b]) =>
      a === 'NoneType' || b === 'NoneType'
        ? forgotReturn
        : `Values of the types \`${a}\` and \`${b}\` cannot be compared by size.`,
  ],
];

const calls: readonly Explanation[] = [
  [/'(?:int|float|numpy\.float64|numpy\.int64)' object is not callable/, (_, error) => sayNumberCalled(error)],
  [/'module' object is not callable/, 'This is a module. Its functions follow after a dot, as in `math.sqrt(2)`.'],
  [
    /'(list|tuple|dict|numpy\.ndarray|ndarray)' object is not callable/,
    'Round brackets call a function. To take an element, write square brackets: `x[0]`.',
  ],
  [
    /'(\w+)' object is not callable/,
    'Round brackets call a function, and this is a value of the type `$1`. Was a function’s name used for a variable?',
  ],
  [
    /(\w+\(\)) missing (\d+) required (?:positional|keyword-only) arguments?: (.+)$/,
    '`$1` was called with too few arguments. Missing: $3.',
  ],
  [/(\w+\(\)) takes (.+?) positional arguments? but (\d+) (?:was|were) given/, '`$1` takes $2, and was given $3.'],
  [
    /(\w+\(\)) got an unexpected keyword argument '(\w+)'/,
    '`$1` has no argument with the name `$2`. Look at the line that begins with `def`.',
  ],
  [
    /(\w+\(\)) got multiple values for argument '(\w+)'/,
    '`$1` was given `$2` twice: once by position, and once by name.',
  ],
  [
    /takes (?:exactly|at most|at least|no|from) .*argument|expected (?:exactly |at least |at most )?\d+ arguments?, got|missing required argument|expected \d+ arguments?/,
    'The function was called with the wrong number of arguments.',
  ],
];

const access: readonly Explanation[] = [
  [/'NoneType' object is not (?:subscriptable|iterable)/, forgotReturn],
  [
    /'(?:function|builtin_function_or_method|method|type|numpy\.ufunc|_ArrayFunctionDispatcher)' object is not subscriptable/,
    'Square brackets take an element. To call a function, write round ones: `f(x)`.',
  ],
  [
    /'(\w+(?:\.\w+)?)' object is not subscriptable/,
    'Square brackets take an element of a list or an array, and this is a value of the type `$1`.',
  ],
  [
    /cannot unpack non-iterable|'(?:int|float|numpy\.float64)' object is not iterable|iteration over a 0-d array/,
    'This is a single number, which has no elements to loop over. To count, write `range(n)`.',
  ],
  [/'(\w+)' object is not iterable/, 'A value of the type `$1` has no elements to loop over.'],
  [/indices must be integers/, 'An index is a whole number. Use `//` to divide without a remainder, or `int(…)`.'],
  [
    /'float' object cannot be interpreted as an integer/,
    'A whole number is needed here, not a number with a decimal point. Use `//` to divide without a remainder, or `int(…)`.',
  ],
  [
    /'(\w+)' object does not support item assignment/,
    'A value of the type `$1` cannot be changed in place. Make a new one.',
  ],
  [/unhashable type: '(\w+)'/, 'A value of the type `$1` cannot be a key. A tuple can: `(1, 2)`.'],
];

const conversions: readonly Explanation[] = [
  [
    /only (?:length-1|0-dimensional) arrays can be converted|only size-1 arrays can be converted/,
    'A function for single numbers was given an array. NumPy has the same function for arrays: `np.sqrt`, `np.exp` …',
  ],
  [
    /must be real number, not (?:list|tuple|ndarray|numpy\.ndarray)/,
    'A function for single numbers was given a list or an array. NumPy has the same function for arrays: `np.sqrt(np.array(…))`.',
  ],
  [/must be real number, not (\w+)/, 'A number is needed here, and this is a value of the type `$1`.'],
  [
    /(?:int|float)\(\) argument must be/,
    'Only a single number, or a text that contains one, can be converted to a number.',
  ],
  [
    /unsupported format string passed to (?:numpy\.)?(\w+)\.__format__/,
    'A format such as `.2f` is for a single number, and this is a value of the type `$1`. Print its elements one by one.',
  ],
];

/** Operations that are not possible with values of a type. */
export const explainTypes: Explanations = {
  TypeError: [...arithmetic, ...calls, ...access, ...conversions],
};

function sayConcatenation(to: string | undefined, other: string | undefined): string {
  if (other === 'NoneType') return forgotReturn;
  if (to === 'str') return textAndNumber;
  return `To a ${to} only another ${to} can be added. To compute with each element, make an array: \`np.array(…)\`.`;
}

function sayNumberCalled({ line }: ExplainedError): string {
  if (/(?:\d|\))\s*\(/.test(line))
    return 'Round brackets after a number would call it. A product needs a `*`: `2 * (x + 1)`.';
  return 'Round brackets call a function, and this is a number. Is a `*` missing, or was a function’s name used for a variable?';
}
