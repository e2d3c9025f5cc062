/** The meaning of a name of a formula in its example. */
export type Binding =
  /** A Python expression in the names of the example, of free names and of other bindings. */
  | { readonly is: 'bound'; readonly name: string; readonly expr: string }
  /** A free name, which takes several values; `shape` is empty for a number. */
  | {
      readonly is: 'free';
      readonly name: string;
      readonly small: boolean;
      readonly shape: readonly number[];
      /** The values that it takes, if they are given. */
      readonly values: readonly number[] | null;
    };

interface Problem {
  readonly message: string;
  readonly hint: string;
}

const hint =
  'Write `f` for a name that the example has, `L = loss(m, b)` for an expression, `x any` for a free number, ' +
  '`p any 2` for a free vector, `x at 1, 2.5` for given values, `h small` for a number near 0; with `;` between them.';
const name = /^[A-Za-z]\w*$/;
const own = /^(?:[A-Za-z]\w*'*|nabla(?:_\w+)? [A-Za-z]\w*|d\w*\/d\w+)$/;

/** Reads the value of `where`: `f; x any; L = loss(m, b); p any 2; y at -1, 0.5`. */
export function readWhere(text: string): {
  readonly bindings: readonly Binding[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const entries = text.split(';').map((entry) => entry.trim());
  const bindings = entries.filter(Boolean).flatMap((entry): readonly Binding[] => {
    const read = readEntry(entry);
    if (read.length === 0) problems.push({ message: `\`${entry}\` in \`where\` is no binding.`, hint });
    return read;
  });
  const repeated = bindings.find((one, i) => bindings.findIndex((other) => other.name === one.name) < i);
  if (repeated) problems.push({ message: `\`where\` binds \`${repeated.name}\` twice.`, hint: 'Keep one of them.' });
  return { bindings, problems };
}

function readEntry(entry: string): readonly Binding[] {
  const [, left = '', expr = ''] = /^([^=]*?)\s*=(?!=)\s*(.+)$/.exec(entry) ?? [];
  if (expr !== '') return own.test(left) ? [{ is: 'bound', name: left, expr }] : [];
  const [, names = entry, kind, rest = ''] = /^([\w ,]+?)\s+(any|small|at)\b\s*(.*)$/.exec(entry) ?? [];
  const list = names.split(',').map((one) => one.trim());
  if (!list.every((one) => name.test(one))) return [];
  if (kind === undefined) return list.map((one) => ({ is: 'bound', name: one, expr: one }));
  const values = kind === 'at' ? rest.split(',').map(Number) : null;
  const shape = kind === 'at' || rest === '' ? [] : rest.split('x').map(Number);
  if (![...(values ?? []), ...shape].every(Number.isFinite) || (kind === 'at' && rest === '')) return [];
  return list.map((one) => ({ is: 'free', name: one, small: kind === 'small', shape, values }));
}
