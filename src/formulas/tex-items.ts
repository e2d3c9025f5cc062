import * as katex from 'katex';
import { FormulaError } from './formula-tree.ts';

/** A piece of a formula as KaTeX reads it, with its index and exponent; layout is left out. */
export interface TexItem {
  readonly is:
    | 'number'
    | 'name'
    | 'relation'
    | 'operator'
    | 'open'
    | 'close'
    | 'comma'
    | 'fraction'
    | 'root'
    | 'group'
    | 'function'
    | 'table'
    | 'reals'
    | 'gap'
    /** Something without a value, such as dots: an error where a statement has it. */
    | 'unreadable';
  /** The digits, the name, the sign, or the delimiter. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Numerator and denominator; radicand and index; the content of a group; the cells of a table, row by row. */
  readonly parts?: readonly (readonly TexItem[])[];
  readonly columns?: number;
  readonly sub?: readonly TexItem[];
  readonly sup?: readonly TexItem[];
  readonly primes?: number;
}

interface Node {
  readonly type: string;
  readonly loc?: { readonly start: number; readonly end: number } | null;
  readonly [key: string]: unknown;
}

/** The parser with which KaTeX typesets the page. It is exported for such uses, and has no types. */
const parse = (katex as unknown as { __parse(tex: string, options: object): Node[] }).__parse;

/** The pieces of a formula. @throws FormulaError for TeX that KaTeX refuses, or that is no mathematics */
export function texItems(tex: string): TexItem[] {
  try {
    return itemsOf(parse(tex, { displayMode: true, strict: 'ignore', throwOnError: true }), 0);
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    throw new FormulaError(error.message.replace(/^KaTeX parse error: /, ''), error.position ?? 0);
  }
}

function itemsOf(nodes: readonly Node[], from: number): TexItem[] {
  const items: TexItem[] = [];
  let at = from;
  for (const node of nodes) {
    const found = itemOf(node, at);
    items.push(...found);
    at = Math.max(at, ...found.map(({ end }) => end));
  }
  return joinDigits(items);
}

function listOf(value: unknown, from: number): TexItem[] {
  const nodes = Array.isArray(value) ? (value as Node[]) : value ? [value as Node] : [];
  return itemsOf(nodes, from);
}

/** Without effect on the value. */
const layout = new Set(['kern', 'spacing', 'internal', 'environment', 'cr', 'size', 'htmlmathml', 'rule']);
const relations = new Set(['=', '\\approx', '\\leftarrow', '\\in', '\\to']);
const operators = new Set(['+', '-', '\\cdot', '\\times', '/', '\\ast']);
const names: Readonly<Record<string, string>> = { varepsilon: 'epsilon', varphi: 'phi', vartheta: 'theta' };

function itemOf(node: Node, from: number): TexItem[] {
  const { start, end } = node.loc ?? { start: from, end: from };
  const piece = (is: TexItem['is'], text: string, more: Partial<TexItem> = {}): TexItem[] => [
    { is, text, start, end, ...more },
  ];
  const parts = (...values: unknown[]) => {
    const lists = values.map((value) => listOf(value, from));
    const inner = lists.flat();
    if (node.loc || inner.length === 0) return { parts: lists };
    return { parts: lists, start: Math.min(...inner.map((one) => one.start)), end: endOf(inner, end) };
  };
  const text = String(node['text'] ?? '');
  switch (node.type) {
    case 'kern':
    case 'spacing':
      return isWide(node) ? piece('gap', '') : [];
    case 'mathord':
    case 'textord':
      return symbol(text, piece);
    case 'atom':
      return atom(node, text, piece);
    case 'delimsizing':
      return piece(node['mclass'] === 'mopen' ? 'open' : 'close', String(node['delim']));
    case 'ordgroup':
    case 'styling':
    case 'mclass':
      return listOf(node['body'], from);
    default:
      return enclosed(node, { from, piece, parts });
  }
}

interface Reading {
  readonly from: number;
  readonly piece: (is: TexItem['is'], text: string, more?: Partial<TexItem>) => TexItem[];
  readonly parts: (...values: unknown[]) => Partial<TexItem>;
}

/** The pieces of a node that has others in it, and is more than a list of them. */
function enclosed(node: Node, { from, piece, parts }: Reading): TexItem[] {
  switch (node.type) {
    case 'text':
    case 'operatorname':
      return piece('name', plainText(node).trim().replace(/\W+/g, '_'), locOf(node));
    case 'font':
      return node['font'] === 'mathbb'
        ? piece('reals', plainText(node), parts(node['body']))
        : listOf(node['body'], from);
    case 'accent':
      return listOf(node['base'], from).map((item) => ({
        ...item,
        text: `${item.text}_${nameOf(String(node['label']))}`,
      }));
    case 'horizBrace':
      return listOf(node['base'], from);
    case 'genfrac':
      return piece('fraction', '', parts(node['numer'], node['denom']));
    case 'sqrt':
      return piece('root', '', parts(node['body'], node['index']));
    case 'leftright':
      return piece('group', String(node['left']), parts(node['body']));
    case 'op':
      return piece('function', String(node['name'] ?? '').slice(1));
    case 'array':
      return table(node, from);
    case 'supsub':
      return scripted(node, from);
    default:
      if (layout.has(node.type)) return [];
      throw new FormulaError(`\`${node.type}\` cannot be evaluated`, node.loc?.start ?? from);
  }
}

function symbol(text: string, piece: (is: TexItem['is'], text: string) => TexItem[]): TexItem[] {
  if (/^[\d.]$/.test(text)) return piece('number', text);
  if (text === '\\prime' || operators.has(text)) return piece('operator', nameOf(text));
  const name = nameOf(text);
  // As it is a name in Python, too.
  return /^[A-Za-z]\w*$/.test(name) ? piece('name', name) : piece('unreadable', text);
}

function endOf(items: readonly TexItem[], least: number): number {
  return Math.max(least, ...items.map(({ end }) => end));
}

function atom(node: Node, text: string, piece: (is: TexItem['is'], text: string) => TexItem[]): TexItem[] {
  if (node['family'] === 'open' || node['family'] === 'close') return piece(node['family'], text);
  if (node['family'] === 'punct') return piece('comma', text);
  if (relations.has(text)) return piece('relation', text);
  if (operators.has(text)) return piece('operator', text);
  return piece('unreadable', text.replace('@', ''));
}

/** Whether a space separates two statements, as `\quad` and `\qquad` do. */
function isWide(node: Node): boolean {
  const { number = 0, unit = '' } = (node['dimension'] ?? {}) as { number?: number; unit?: string };
  return unit === 'em' && number >= 1;
}

/** The name of a letter or a command: `\eta` is `eta`, `\varepsilon` is `epsilon`. */
function nameOf(text: string): string {
  const bare = text.replace(/^\\/, '');
  return names[bare] ?? bare;
}

/** The place of the first piece inside that has one. */
function locOf(node: Node): Pick<TexItem, 'start' | 'end'> | undefined {
  if (node.loc) return node.loc;
  const inner = (node['body'] ?? node['base']) as Node | Node[] | undefined;
  return inner === undefined ? undefined : [inner].flat().map(locOf).find(Boolean);
}

function plainText(node: Node): string {
  const inner = (node['body'] ?? node['base']) as Node | Node[] | undefined;
  if (inner === undefined) return String(node['text'] ?? '').replace(/^\\ $/, ' ');
  return [inner].flat().map(plainText).join('');
}

function table(node: Node, from: number): TexItem[] {
  const rows = node['body'] as Node[][];
  const cells = rows.map((row) => row.map((cell) => listOf(cell, from)));
  const all = cells.flat(2);
  const columns = Math.max(...rows.map((row) => row.length));
  const start = Math.min(...all.map((one) => one.start));
  const is = node['colSeparationType'] === 'align' ? 'aligned' : 'matrix';
  return [{ is: 'table', text: is, start, end: endOf(all, start), parts: cells.flat(), columns }];
}

/** A base with an index, an exponent or primes. */
function scripted(node: Node, from: number): TexItem[] {
  const base = node['base'] as Node | null | undefined;
  if (base?.type === 'horizBrace') return listOf(base, from);
  const items = base ? itemOf(base, from) : [];
  const sup = listOf(node['sup'], from);
  const sub = listOf(node['sub'], from);
  const last = items.at(-1);
  if (!last) throw new FormulaError('This index or exponent belongs to nothing', from);
  const isPrime = ({ text }: TexItem) => text === 'prime';
  const primes = sup.filter(isPrime).length;
  const rest = sup.filter((item) => !isPrime(item));
  const scripts = {
    ...(sub.length > 0 && { sub }),
    ...(rest.length > 0 && { sup: rest }),
    ...(primes > 0 && { primes }),
  };
  const end = endOf([...sub, ...sup], last.end + primes);
  return [...items.slice(0, -1), { ...last, ...scripts, end }];
}

/** Joins digits and points to numbers: `1`, `0` with an exponent is `10` with it. A point at the end is a full stop. */
function joinDigits(items: readonly TexItem[]): TexItem[] {
  const joined: TexItem[] = [];
  for (const item of items) {
    const before = joined.at(-1);
    const goesOn = before?.is === 'number' && item.is === 'number' && !before.sup && !before.sub;
    if (goesOn) joined[joined.length - 1] = { ...item, text: before.text + item.text, start: before.start };
    else joined.push(item);
  }
  return joined.flatMap((item) => {
    if (item.is !== 'number') return [item];
    const text = item.text.replace(/\.$/, '');
    return text === '' ? [] : [{ ...item, text }];
  });
}
