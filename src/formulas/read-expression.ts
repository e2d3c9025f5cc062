import { FormulaError, type FormulaTree } from './formula-tree.ts';
import type { TexItem } from './tex-items.ts';

/** Reads pieces of a formula as one expression. @throws FormulaError at the first that has no place there */
export function readExpression(items: readonly TexItem[]): FormulaTree {
  const reader = new Reader(items);
  const tree = reader.sum();
  reader.finish();
  return tree;
}

const delimiters: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '\\lVert': '\\rVert',
  '\\lvert': '\\rvert',
  '\\lfloor': '\\rfloor',
};
const functions = new Set(['sin', 'cos', 'tan', 'tanh', 'sinh', 'cosh', 'exp', 'ln', 'log', 'max', 'min']);

class Reader {
  readonly #items: readonly TexItem[];
  #next = 0;

  constructor(items: readonly TexItem[]) {
    this.#items = items;
  }

  finish(): void {
    const left = this.#peek();
    if (left) throw new FormulaError(`\`${left.text || left.is}\` was not expected here`, left.start);
  }

  sum(): FormulaTree {
    let tree = this.#signed();
    for (;;) {
      if (this.#takes('+')) tree = ['add', tree, this.#product()];
      else if (this.#takes('-')) tree = ['subtract', tree, this.#product()];
      else return tree;
    }
  }

  #signed(): FormulaTree {
    if (this.#takes('+')) return this.#signed();
    return this.#takes('-') ? ['negate', this.#product()] : this.#product();
  }

  #product(): FormulaTree {
    let tree = this.#factor();
    for (;;) {
      if (this.#takes('\\cdot')) tree = ['dot', tree, this.#signedFactor()];
      else if (this.#takes('\\times')) tree = ['multiply', tree, this.#factor()];
      else if (this.#takes('/')) tree = ['divide', tree, this.#factor()];
      else if (this.#beginsFactor()) tree = ['multiply', tree, this.#factor()];
      else return tree;
    }
  }

  #signedFactor(): FormulaTree {
    return this.#takes('-') ? ['negate', this.#factor()] : this.#factor();
  }

  #beginsFactor(): boolean {
    const next = this.#peek();
    return next !== undefined && !['operator', 'relation', 'close', 'comma', 'gap'].includes(next.is);
  }

  #factor(): FormulaTree {
    const item = this.#take();
    switch (item.is) {
      case 'number':
        return raised(['number', Number(item.text)], item);
      case 'name':
        return this.#name(item);
      case 'fraction':
        return raised(fraction(item), item);
      case 'root': {
        const [radicand = [], index = []] = item.parts ?? [];
        return raised(['root', readExpression(radicand), index.length ? readExpression(index) : ['number', 2]], item);
      }
      case 'function':
        return this.#function(item);
      case 'open':
        return this.#group(item);
      case 'group':
        return raised(inGroup(item.text, item.parts?.[0] ?? [], item), item);
      case 'table':
        return ['tuple', rowsOf(item).map((row): FormulaTree => ['tuple', row.map(readExpression)])];
      case 'reals':
        return ['reals', shapeOf(item)];
      default:
        throw new FormulaError(`\`${item.text || item.is}\` was not expected here`, item.start);
    }
  }

  #name(item: TexItem): FormulaTree {
    if (item.text === 'nabla') return this.#nabla(item);
    const index = indexOf(item);
    if (item.text === 'D' && index !== undefined && this.#peek()?.is === 'name') return this.#directional(index);
    const name = nameWith(item, index);
    const star = item.sup?.length === 1 && item.sup[0]?.text === '\\ast';
    if (star) return ['name', `${name}_star`];
    if (item.primes) return this.#primed(name, item);
    if (index !== undefined && index[0] !== 'number') return raised(['index', item.text, index], item);
    const call = item.sup ? undefined : this.#arguments();
    return call ? raised(['apply', name, call.trees], call.close) : raised(['name', name], item);
  }

  #primed(name: string, { primes = 1, sup, start }: TexItem): FormulaTree {
    if (sup) throw new FormulaError(`Write the exponent of \`${name}'\` after parentheses`, start);
    const call = this.#arguments();
    return call ? raised(['prime', name, primes, call.trees], call.close) : ['prime', name, primes, null];
  }

  /** The arguments in the parentheses that come next, if there are any. */
  #arguments(): { readonly trees: readonly FormulaTree[]; readonly close: TexItem } | undefined {
    const next = this.#peek();
    if (next?.is === 'group' && next.text === '(') {
      this.#take();
      return { trees: listed(next.parts?.[0] ?? []), close: next };
    }
    if (next?.is !== 'open' || next.text !== '(') return undefined;
    this.#take();
    const { inside, close } = this.#upTo(next);
    return { trees: listed(inside), close };
  }

  /** `\nabla f`, `\nabla f(p)`, `\nabla_{w} L`. */
  #nabla(item: TexItem): FormulaTree {
    const of = this.#take();
    if (of.is !== 'name') throw new FormulaError('After \\nabla the name of a function was expected', of.start);
    const wrt = item.sub ? nameOfSub(item.sub) : null;
    const call = of.sup ? undefined : this.#arguments();
    const tree: FormulaTree = ['nabla', nameWith(of, indexOf(of)), call ? tupled(call.trees) : null, wrt];
    return raised(tree, call?.close ?? of);
  }

  /** `D_{u} f(p)` */
  #directional(direction: FormulaTree): FormulaTree {
    const of = this.#take();
    const call = this.#arguments();
    if (!call || direction[0] !== 'name') {
      throw new FormulaError('A directional derivative is written D_{u} f(p)', of.start);
    }
    return ['directional', direction[1], of.text, tupled(call.trees)];
  }

  #function(item: TexItem): FormulaTree {
    const { text, start } = item;
    if (text === 'sum') return this.#summed(item);
    if (text === 'lim') {
      const [name, , ...target] = item.sub ?? [];
      if (name?.is !== 'name' || target.length === 0)
        throw new FormulaError('A limit is written \\lim_{h \\to 0}', start);
      return ['limit', name.text, readExpression(target), this.#product()];
    }
    if (!functions.has(text)) throw new FormulaError(`\`\\${text}\` cannot be evaluated`, start);
    const call = this.#arguments();
    const value: FormulaTree = ['function', text, call ? call.trees : [this.#factor()]];
    const inner = call ? raised(value, call.close) : value;
    return raised(inner, item);
  }

  #summed({ sub = [], sup = [] }: TexItem): FormulaTree {
    const [name, equals, ...from] = sub;
    if (name?.is !== 'name' || equals?.text !== '=') return ['sum', null, null, null, this.#product()];
    return ['sum', name.text, readExpression(from), readExpression(sup), this.#product()];
  }

  #group(open: TexItem): FormulaTree {
    const { inside, close } = this.#upTo(open);
    return raised(inGroup(open.text, inside, open), close);
  }

  /** The pieces before the delimiter that closes `open`. */
  #upTo(open: TexItem): { readonly inside: readonly TexItem[]; readonly close: TexItem } {
    const from = this.#next;
    let depth = 1;
    while (depth > 0) {
      const item = this.#peek();
      if (!item) throw new FormulaError(`\`${open.text}\` is not closed`, open.start);
      this.#next += 1;
      if (item.is === 'open') depth += 1;
      if (item.is === 'close') depth -= 1;
    }
    const close = this.#items[this.#next - 1] as TexItem;
    if (close.text !== delimiters[open.text]) {
      throw new FormulaError(`\`${open.text}\` is closed by \`${close.text}\``, close.start);
    }
    return { inside: this.#items.slice(from, this.#next - 1), close };
  }

  #peek(): TexItem | undefined {
    return this.#items[this.#next];
  }

  #take(): TexItem {
    const item = this.#peek();
    if (!item) throw new FormulaError('This formula ends too early', this.#items.at(-1)?.end ?? 0);
    this.#next += 1;
    return item;
  }

  #takes(operator: string): boolean {
    const next = this.#peek();
    if (next?.is !== 'operator' || next.text !== operator) return false;
    this.#next += 1;
    return true;
  }
}

/** The tree with the exponent, the primes or the sign of a transposed table that an item has. */
function raised(tree: FormulaTree, { sup, primes, is }: TexItem): FormulaTree {
  const primed: FormulaTree = primes && is !== 'name' ? ['primed', tree, primes] : tree;
  if (!sup) return primed;
  const [only] = sup;
  if (sup.length === 1 && (only?.text === 'T' || only?.text === 'top')) return ['transpose', primed];
  return ['power', primed, readExpression(sup)];
}

function inGroup(delimiter: string, inside: readonly TexItem[], { start }: TexItem): FormulaTree {
  if (inside.length === 0) throw new FormulaError('These parentheses are empty', start);
  if (delimiter === '\\lVert') return ['norm', readExpression(inside)];
  if (delimiter === '\\lvert') return ['abs', readExpression(inside)];
  if (delimiter === '\\lfloor') return ['floor', readExpression(inside)];
  const [only] = inside;
  if (inside.length === 1 && only?.is === 'table') return readExpression(inside);
  return tupled(listed(inside));
}

function tupled(trees: readonly FormulaTree[]): FormulaTree {
  const [only] = trees;
  return trees.length === 1 && only ? only : ['tuple', trees];
}

/** Expressions between commas. */
function listed(items: readonly TexItem[]): FormulaTree[] {
  const parts: TexItem[][] = [[]];
  let depth = 0;
  for (const item of items) {
    if (item.is === 'open') depth += 1;
    if (item.is === 'close') depth -= 1;
    if (item.is === 'comma' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts.map(readExpression);
}

function rowsOf({ parts = [], columns = 1 }: TexItem): (readonly TexItem[])[][] {
  const count = Math.ceil(parts.length / columns);
  return Array.from({ length: count }, (_, i) => parts.slice(i * columns, (i + 1) * columns) as (readonly TexItem[])[]);
}

/** The sizes of `\mathbb{R}^{2 \times n}`; none for one number. */
function shapeOf({ sup = [] }: TexItem): FormulaTree[] {
  const sizes: TexItem[][] = [[]];
  for (const item of sup) {
    if (item.text === '\\times') sizes.push([]);
    else sizes.at(-1)?.push(item);
  }
  return sup.length === 0 ? [] : sizes.map(readExpression);
}

/** `\frac{df}{dx}` and `\frac{\partial f}{\partial x}` are derivatives, all else is divided. */
function fraction({ parts = [], start }: TexItem): FormulaTree {
  const [above = [], below = []] = parts;
  const [first, ...of] = above;
  const [second, variable, ...rest] = below;
  const isD = (item: TexItem | undefined) => item?.is === 'name' && (item.text === 'partial' || item.text === 'd');
  const isDerivative = isD(first) && isD(second) && first?.text === second?.text && !first?.sup;
  if (!isDerivative) return ['divide', readExpression(above), readExpression(below)];
  if (variable?.is !== 'name' || rest.length > 0 || of.length === 0) {
    throw new FormulaError('A derivative is written \\frac{df}{dx} or \\frac{\\partial f}{\\partial x}', start);
  }
  return ['derivative', readExpression(of), nameWith(variable, indexOf(variable))];
}

/** The index of a name as a tree: a number, a name, or a sum such as `k + 1`. */
function indexOf({ sub }: TexItem): FormulaTree | undefined {
  return sub && readExpression(sub);
}

/** The name with an index of digits: `v_1`, `w_12`. */
function nameWith({ text }: TexItem, index: FormulaTree | undefined): string {
  return index?.[0] === 'number' ? `${text}_${index[1]}` : text;
}

function nameOfSub(sub: readonly TexItem[]): string {
  return sub.map(({ text }) => text).join('');
}
