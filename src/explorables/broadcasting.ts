import { at } from '../core/at.ts';
import { type Grid, stretchedGrids, sumOutline } from '../figures/explorable/stretched-grids.ts';
import { broadcastShapes } from '../numeric/linear/broadcast-shapes.ts';
import { type State as AnyState, choiceControl, numberControl, type StateOf } from './kit/control.ts';
import { type CodeLine, defineExplorable } from './kit/explorable.ts';
import { term } from './kit/term.ts';

const shapesOfB = { three: [3], four: [4], row: [1, 3], column: [4, 1] } as const;

const size = (label: string, initial: number) => numberControl({ label, initial, range: [1, 4], step: 1 });

const controls = {
  rows: size('rows of *a*', 3),
  columns: size('columns of *a*', 1),
  b: choiceControl({
    label: 'shape of *b*',
    initial: 'four',
    options: { three: '(3,)', four: '(4,)', row: '(1, 3)', column: '(4, 1)' },
  }),
  axis: choiceControl({
    label: 'mean of *a* + *b*',
    initial: 'first',
    options: { first: 'axis=0', second: 'axis=1', all: 'of all' },
    matters: (state) => shapesIn(state).sum !== undefined,
  }),
};

type State = StateOf<typeof controls>;

function shapesIn({ rows, columns, b: name }: AnyState) {
  const a = [Math.round(Number(rows)), Math.round(Number(columns))] as const;
  const b: readonly number[] = shapesOfB[name as keyof typeof shapesOfB];
  return { a, b, sum: broadcastShapes(a, b) };
}

/** A shape as Python prints it. */
const shown = (shape: readonly number[]) => `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;

function add(state: State) {
  const { a, b, sum } = shapesIn(state);
  const mean = sum?.filter((_, axis) => state.axis !== 'all' && axis !== (state.axis === 'first' ? 0 : 1));
  return { a, b, sum, mean, axis: state.axis };
}

type Sum = ReturnType<typeof add>;

const valuesOf = {
  a: (i: number, j: number, columns: number) => i * columns + j,
  b: (i: number, j: number, columns: number) => 10 * (i * columns + j + 1),
};

/** An array in the shape of the sum: its own cells, and their copies. */
function gridOf(name: 'a' | 'b', shape: readonly number[], whole: readonly number[]): Grid {
  const [rows, columns] = [shape.length === 1 ? 1 : at(shape, 0), at(shape, shape.length - 1)];
  const [allRows, allColumns] = whole.length === 1 ? [1, at(whole, 0)] : [at(whole, 0), at(whole, 1)];
  const values = Array.from({ length: allRows }, (_, i) =>
    Array.from({ length: allColumns }, (_, j) => valuesOf[name](rows === 1 ? 0 : i, columns === 1 ? 0 : j, columns)),
  );
  return { name: `*${name}*`, shape: shown(shape), values, own: [rows, columns] };
}

/** The sum of two grids of the same size, every cell of which is its own. */
function sumOf(a: Grid, b: Grid, shape: string): Grid {
  const values = a.values.map((row, i) => row.map((value, j) => value + at(at(b.values, i), j)));
  return { name: '*a* + *b*', shape, values, own: [values.length, at(values, 0).length] };
}

function figureOf({ a, b, sum, axis }: Sum, asking: boolean, description: string) {
  const isOpen = sum !== undefined && !asking;
  const [gridA, gridB] = [gridOf('a', a, isOpen ? sum : a), gridOf('b', b, isOpen ? sum : b)];
  const mean = axis === 'first' ? 'below' : axis === 'second' ? 'beside' : undefined;
  return stretchedGrids(
    { a: gridA, b: gridB, sum: asking ? '?' : isOpen ? sumOf(gridA, gridB, shown(sum)) : 'an error', mean },
    { title: 'Two arrays, and their sum if their shapes fit', description },
  );
}

function sentence({ a, b, sum, mean, axis }: Sum, asking: boolean): string {
  const here = `The shape of a is ${shown(a)}, and the shape of b is ${shown(b)}`;
  if (asking) return `${here}.`;
  if (sum === undefined || mean === undefined) return `${here}; they do not fit: ${misfit(a, b)}.`;
  const left =
    axis === 'all'
      ? 'the mean of all its elements is one number'
      : `the mean along axis ${axis === 'first' ? 0 : 1} has the shape ${shown(mean)}`;
  return `${here}; a + b has the shape ${shown(sum)}, and ${left}.`;
}

function equation({ a, b, sum }: Sum, asking: boolean): string {
  const row = (name: string, tex: string, shape: readonly (number | string)[]) =>
    `${term(name, tex)} & ${shape.length === 1 ? ' ' : shape[0]} & ${shape.at(-1)}`;
  const result = asking ? ['?', '?'] : (sum ?? ['\\text{no}', '\\text{fit}']);
  return String.raw`\begin{array}{r|rr}
    ${row('a', 'a', a)} \\ ${row('b', 'b', b)} \\ \hline ${row('sum', 'a + b', result)}
  \end{array}`;
}

/** Which shape two arrays have together, and which is left when one axis is averaged away. */
export const broadcasting = defineExplorable({
  id: 'broadcasting',
  title: 'Shapes that stretch',
  controls,
  model: add,
  view: ({ model, asking }) => {
    const says = sentence(model, asking);
    const { a, b, sum, mean } = model;
    const open = (shape: readonly number[] | undefined) =>
      asking ? '?' : shape === undefined ? 'none' : shape.length === 0 ? 'one number' : shown(shape);
    return {
      figures: [figureOf(model, asking, says)],
      equation: equation(model, asking),
      readouts: [
        { label: 'shape of', symbol: '*a*', value: shown(a), term: 'a' },
        { label: 'shape of', symbol: '*b*', value: shown(b), term: 'b' },
        { label: 'shape of', symbol: '*a* + *b*', value: open(sum), term: 'sum' },
        { label: 'shape of the mean', value: open(mean) },
      ],
      sentence: says,
    };
  },
  ledger: (model) => {
    const { a, b, sum } = model;
    const place = (shape: readonly number[], axis: number) => shape[shape.length - 2 + axis];
    return {
      caption: 'The two places of the shapes, from the right',
      columns: [{ label: 'place' }, { label: '*a*' }, { label: '*b*' }, { label: '*a* + *b*' }],
      length: 2,
      row: (index) => {
        const axis = 1 - index;
        const of = (shape: readonly number[]) => String(place(shape, axis) ?? 'missing');
        return [index === 0 ? 'last' : 'before it', of(a), of(b), sum ? of(sum) : 'none'];
      },
    };
  },
  python: { example: 'stretched', code: (state) => codeOf(add(state), state) },
  predict: ({ a, b, sum }) => {
    const truth = sum ? shown(sum) : 'error';
    const wrong = [shown(a), shown(b), '(4, 4)', '(4, 3)'].filter((shape) => shape !== truth);
    const shapes = [...new Set([at(wrong, 0), ...(sum ? [truth] : []), ...wrong])].sort();
    const options: Record<string, string> = {
      ...Object.fromEntries(shapes.map((shape) => [shape, shape])),
      error: 'an error',
    };
    return {
      ask: `a has the shape ${shown(a)}, b has the shape ${shown(b)}. Which shape does a + b have?`,
      guess: choiceControl({ label: 'shape of *a* + *b*', initial: at(wrong, 0), options }),
      marks: (guess) => {
        const columns = (shape: readonly number[]) => at(sum ?? shape, (sum ?? shape).length - 1);
        return [{ at: sumOutline(String(guess).match(/\d+/g)?.map(Number) ?? [1, 2], [columns(a), columns(b)]) }];
      },
      truth: { setting: truth },
      judge: (guess) => ({ right: guess === truth, says: sum ? `It is ${truth}.` : 'The shapes do not fit.' }),
      answer: sum ? `It is ${truth}. ${reasonOf(a, b)}` : `There is an error. From the right, ${misfit(a, b)}.`,
      reveal: {},
    };
  },
});

/** The sizes that meet and do not fit, from the right. */
function misfit(a: readonly number[], b: readonly number[]): string {
  const [m, n] = at(
    [1, 2]
      .map((place) => [a[a.length - place] ?? 1, b[b.length - place] ?? 1] as const)
      .filter(([m, n]) => m !== n && m !== 1 && n !== 1),
    0,
  );
  return `${m} meets ${n}, and neither is 1`;
}

/** The effect of broadcasting on each axis of two compatible shapes. */
function reasonOf(a: readonly number[], b: readonly number[]): string {
  const places = [1, 2].map((place) => {
    const [m = 0, n] = [a[a.length - place], b[b.length - place]];
    if (n === undefined) return `${m} meets a gap, which counts as 1${m === 1 ? '' : ' and is stretched'}`;
    return m === n ? `${m} meets ${n}` : `${m} meets ${n}, and the 1 is stretched`;
  });
  return `From the right: ${places.join('; then ')}.`;
}

function codeOf({ a, b, sum }: Sum, { axis }: State): CodeLine[] {
  const [first = 0, second = 1] = b;
  const reshaped = b.length === 1 ? '' : `.reshape(${first}, ${second})`;
  const made: CodeLine[] = [
    'import numpy as np',
    '',
    [`a = np.arange(${a[0] * a[1]}).reshape(${a[0]}, ${a[1]})`, 'a'],
    [`b = 10 * np.arange(1, ${b.reduce((product, one) => product * one, 1) + 1})${reshaped}`, 'b'],
    'print(a.shape, b.shape)',
  ];
  if (sum === undefined)
    return [...made, 'try:', ['    a + b', 'sum'], 'except ValueError:', '    print("the shapes do not fit")'];
  const along = axis === 'all' ? '' : `axis=${axis === 'first' ? 0 : 1}`;
  return [...made, ['total = a + b', 'sum'], 'print(total)', `print(total.shape, total.mean(${along}).shape)`];
}
