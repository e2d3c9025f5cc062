/** The mistake in a list that should have this number of items, as the end of a sentence that begins with its path. */
export function countFault(name: string, list: readonly unknown[], wanted: number, why: string): string | undefined {
  return list.length === wanted ? undefined : `.${name} should have ${wanted} items, ${why}, and has ${list.length}`;
}

type Table = readonly (readonly unknown[])[];

function tableFault(name: string, table: Table, width: number): string | undefined {
  const row = table.findIndex((one) => one.length !== width);
  return row < 0
    ? undefined
    : countFault(`${name}[${row}]`, table[row] ?? [], width, 'as many as the first row of all');
}

interface Grid {
  readonly x: readonly unknown[] | Table;
  readonly y: readonly unknown[] | Table;
  readonly z: Table;
  readonly levels: readonly unknown[];
  readonly filled: boolean;
  readonly colors: readonly unknown[];
  readonly dashes: readonly unknown[];
  readonly widths: readonly unknown[];
  readonly words: { readonly texts: readonly unknown[] } | null;
}

/**
 * The fault in the sizes of a grid of heights: `z` is a table, `x` and `y` are tables of its size, or lists with one
 * coordinate for each column and row; every level has a look, or every area between two levels.
 */
export function gridFault({ x, y, z, levels, filled, colors, dashes, widths, words }: Grid): string | undefined {
  const columns = z[0]?.length ?? 0;
  if (columns === 0) return '.z should have a row with a number at least';
  return (
    tableFault('z', z, columns) ??
    axisFault('x', x, z) ??
    axisFault('y', y, z) ??
    (filled && levels.length === 0 ? '.levels should have at least one height' : undefined) ??
    countFault(
      'colors',
      colors,
      levels.length - Number(filled),
      filled ? 'one between two levels' : 'one for each level',
    ) ??
    countFault('dashes', dashes, levels.length, 'one for each level') ??
    countFault('widths', widths, levels.length, 'one for each level') ??
    (words ? countFault('words.texts', words.texts, levels.length, 'one for each level') : undefined)
  );
}

function axisFault(name: 'x' | 'y', values: readonly unknown[] | Table, z: Table): string | undefined {
  const [rows, columns] = [z.length, z[0]?.length ?? 0];
  if (isTable(values)) return countFault(name, values, rows, 'as many rows as z') ?? tableFault(name, values, columns);
  return name === 'x'
    ? countFault(name, values, columns, 'one for each column')
    : countFault(name, values, rows, 'one for each row');
}

function isTable(values: readonly unknown[]): values is Table {
  return Array.isArray(values[0]);
}

interface Cells {
  readonly cells: readonly (readonly number[])[];
  readonly palette: readonly unknown[];
}

/** The fault in the cells of an image: they must be a table of indices into the palette, or −1 for a cell that is empty. */
export function cellFault({ cells, palette }: Cells): string | undefined {
  const isIndex = (cell: number) => Number.isInteger(cell) && cell >= -1 && cell < palette.length;
  if ((cells[0]?.length ?? 0) === 0) return '.cells should have a row with a number at least';
  const row = cells.findIndex((one) => !one.every(isIndex));
  if (row < 0) return tableFault('cells', cells, cells[0]?.length ?? 0);
  return `.cells[${row}] should have whole numbers from -1 to ${palette.length - 1}, which name a color of the palette`;
}
