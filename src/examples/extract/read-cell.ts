import type { CellOptions } from '../cell-options.ts';
import { holdsPrompt, infoOf, languageKind } from './fence-language.ts';
import { type PageCells, usualCells } from './page-cells.ts';
import type { ReadFence } from './read-fence.ts';

const cellWord = /^(?:\{(?:code-cell|jupyter-execute|ipython\d?|python\d?)\}|ipython\d?)$/;
const magicNames =
  'matplotlib|config|load_ext|reload_ext|autoreload|pip|conda|pylab|time|timeit|prun|run|cd|ls|pwd|env|who|whos|reset|' +
  'history|writefile|bash|sh|html|javascript|latex|capture|debug|pdb|store|xmode|precision|sql';
const magic = new RegExp(String.raw`^\s*(?:\w[\w, ]*= *)?(?:%%?(?:${magicNames})\b.*|!!?[\w./].*)$`);
/** Magics without an effect on the results, and installations of packages. */
const harmless =
  /^\s*(?:%(?:matplotlib|config|load_ext|reload_ext|autoreload|pylab|xmode|precision|pip|conda)\b|!\s*(?:pip3?|conda|mamba|uv|python3? -m pip)\b)/;
const skips = /\bskip-execution\b/;
const raises = /\braises-exception\b/;
const hides = /\b(?:remove-output|remove-stdout|remove-cell)\b/;

/** A fence of Python as a guide's notebook tool reads it; any other fence is returned as it is. */
export function readCell(read: ReadFence, page: PageCells = usualCells): ReadFence {
  const kind = languageKind(infoOf(read));
  const isCell = cellWord.test(read.language) && kind.is !== 'other';
  if (!isCell && kind.is !== 'python') return read;
  return readPython(holdsPrompt(read.fence.text) ? read : dedented(read), isCell ? page : undefined);
}

/** Code whose lines are all indented, as in a page that shows a part of a longer one, begins at the margin. */
function dedented(read: ReadFence): ReadFence {
  const { text, indents } = read.fence;
  const lines = text.split('\n');
  const written = lines.filter((line) => line.trim() !== '');
  const width = Math.min(...written.map((line) => /^ */.exec(line)?.[0].length ?? 0));
  if (width === 0 || written.length === 0) return read;
  const shorter = lines.map((line) => line.slice(width));
  return { ...read, fence: { ...read.fence, text: shorter.join('\n'), indents: indents.map((one) => one + width) } };
}

function readPython(read: ReadFence, page: PageCells | undefined): ReadFence {
  const isCell = page !== undefined;
  const lines = read.fence.text.split('\n');
  const options = isCell ? takeOptions(lines) : [];
  const own = optionsFrom(options, page);
  const isOther = page?.otherKernel !== undefined && read.language === '{code-cell}' && read.meta.text === '';
  const reason = isOther ? { reason: `the kernel of its page is \`${page.otherKernel}\`` } : {};
  const cell = readMagics(lines, { ...own, ...reason });
  const text = lines.join('\n');
  if (!isCell && text === read.fence.text && cell.reason === undefined) return read;
  const language = isCell ? 'python' : read.language;
  return {
    ...read,
    language,
    meta: isCell ? { ...read.meta, text: '' } : read.meta,
    fence: { ...read.fence, text },
    cell,
  };
}

/** Takes the lines of options out of the code, where empty lines stay: positions do not change. */
function takeOptions(lines: string[]): string[] {
  const options: string[] = [];
  const first = lines.findIndex((line) => line.trim() !== '');
  const end = lines[first]?.trim() === '---' ? lines.indexOf('---', first + 1) : -1;
  for (let i = Math.max(first, 0); i < lines.length; i++) {
    const line = lines[i] ?? '';
    const isOption = i <= end || /^\s*:[\w-]+:/.test(line) || /^\s*#\|/.test(line);
    if (!isOption) break;
    options.push(line);
    lines[i] = '';
  }
  return options;
}

function optionsFrom(lines: readonly string[], page: PageCells = usualCells): CellOptions {
  const text = lines.join('\n');
  const quarto = (name: string) =>
    new RegExp(String.raw`^\s*#\|\s*${name}:\s*(?:!expr\s+)?(\w+)`, 'm').exec(text)?.[1]?.toLowerCase();
  const isSkipped = skips.test(text) || (quarto('eval') ?? String(!page.areOff)) === 'false';
  const mayRaise = raises.test(text) || (quarto('error') ?? String(page.mayRaise)) === 'true';
  const isHidden = hides.test(text) || quarto('output') === 'false' || quarto('include') === 'false';
  const mark = skips.test(text) ? 'skip-execution' : 'eval: false';
  return {
    ...(isSkipped && { reason: `it is marked \`${mark}\`` }),
    ...(mayRaise && { mayRaise: true as const }),
    ...(isHidden && { hidesOutput: true as const }),
  };
}

/** Empties the lines of harmless magics; with another one, the cell is not run. */
export function readMagics(lines: string[], options: CellOptions = {}): CellOptions {
  const all = lines.filter((line) => magic.test(line));
  const other = all.find((line) => !harmless.test(line));
  if (other !== undefined) {
    const word = /[%!]\S*/.exec(other)?.[0];
    return { reason: `it uses \`${word}\`, which only IPython runs`, ...options };
  }
  for (const [i, line] of lines.entries()) if (magic.test(line)) lines[i] = '';
  const installs = all.some((line) => /\b(?:pip3?|conda|mamba|uv)\b/.test(line));
  return installs ? { ...options, hidesOutput: true } : options;
}
