/** One `left = right` of an equation, by the numbers that it shows. */
export interface ShownRelation {
  readonly text: string;
  readonly exact: boolean;
  readonly left: number;
  readonly right: number;
  /** The value of one unit of the last shown digit of the result; 0 if the right side is no single number. */
  readonly unit: number;
  /** How far apart the sides can be because digits are left out of their numbers. */
  readonly slack: number;
}

const number = String.raw`-?\d+(?:\.\d+)?(?:e-?\d+)?`;

/**
 * Every relation of a piece of TeX whose two sides are numbers, read independently of how the explorables made them:
 * as JavaScript arithmetic, after the TeX has been rewritten. Sides with letters or words have no value and are left out.
 */
export function shownRelations(tex: string): ShownRelation[] {
  return readRelations(tex).shown;
}

/** The relations that {@link shownRelations} leaves out, because a side has letters or words: each with its spaces made one. */
export function skippedRelations(tex: string): string[] {
  return readRelations(tex).skipped;
}

function readRelations(tex: string): { shown: ShownRelation[]; skipped: string[] } {
  const plain = stripTerms(tex)
    .replace(/\\\\\[[^\]]*\]/g, '\\\\')
    .replace(/\\vphantom\{.*$/gm, ' ')
    // A sum over two lines is one side.
    .replace(
      /\\frac\{\s*\\begin\{aligned\}(.*?)\\end\{aligned\}/gs,
      (_, sum: string) => `\\frac{${sum.replaceAll('\\\\', ' ')}`,
    )
    .replace(/\\begin\{aligned\}|\\end\{aligned\}|\\quad|\\;|&/g, ' ')
    .replace(/\\textstyle|\\termroom|\\sumroom|\\powerroom/g, '');
  const rows = plain.split('\\\\');
  const relations: ShownRelation[] = [];
  const skipped: string[] = [];
  let carried = '';
  for (const row of rows) {
    // `values: 1 → 2` and `rate: …` carry a label, no side.
    const parts = row.replace(/\\text\{[^}]*(?::\}|\}\s*:)/g, ' ').split(/(=|\\approx)/);
    // A row that begins with its sign goes on from the row above.
    if (parts[0]?.trim() === '') parts[0] = carried;
    for (let i = 1; i < parts.length; i += 2) {
      const [left, right] = [numberOf(parts[i - 1] ?? ''), numberOf(parts[i + 1] ?? '')];
      const text = `${parts[i - 1]}${parts[i]}${parts[i + 1]}`;
      if (left === undefined || right === undefined) {
        skipped.push(text.replace(/\s+/g, ' ').trim());
        continue;
      }
      const unit = Math.max(unitOf(parts[i - 1] ?? ''), unitOf(parts[i + 1] ?? ''));
      const slack = slackOf(parts[i - 1] ?? '') + slackOf(parts[i + 1] ?? '');
      relations.push({ text, exact: parts[i] === '=', left, right, unit, slack });
    }
    carried = parts.at(-1) ?? '';
  }
  return { shown: relations, skipped };
}

/** The content of every term, with any nesting of braces. */
function stripTerms(tex: string): string {
  const start = /\\htmlData\{term=[\w-]+\}\{/.exec(tex);
  if (start === null) return tex;
  const from = start.index + start[0].length;
  let [to, depth] = [from, 1];
  for (; depth > 0 && to < tex.length; to++) depth += tex[to] === '{' ? 1 : tex[to] === '}' ? -1 : 0;
  return stripTerms(`${tex.slice(0, start.index)} ${tex.slice(from, to - 1)} ${tex.slice(to)}`);
}

function numberOf(side: string): number | undefined {
  let text = side.replace(/([\d.]+)\s*\\times\s*10\^\{(-?\d+)\}/g, '$1e$2');
  for (let i = 0; i < 6; i++)
    text = text
      .replace(/\\t?frac\{([^{}]*)\}\{([^{}]*)\}/g, '(($1)/($2))')
      .replace(/\\sqrt\{([^{}]*)\}/g, 'Math.sqrt($1)')
      .replace(/\\cos\s*([\d.]+(?:e-?\d+)?)\{\}\^\\circ/g, 'Math.cos($1*Math.PI/180)')
      .replace(/(\([^()]*\)|[\d.]+)\^(?:2|\{(\d+)\})/g, (_, base, power = 2) => `((${base})**${power})`);
  for (let i = 0; i < 6; i++) text = text.replace(/\{([^{}]*)\}/g, '($1)');
  text = text
    .replace(/\\cdot/g, '*')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || /[^\d.()+\-*/e\s]/.test(text.replace(/Math\.(sqrt|cos|PI)/g, ''))) return undefined;
  if (!/\d/.test(text)) return undefined;
  const value: unknown = new Function(`return (${text.replace(/-\s*-/g, '- -').replace(/\+\s*-/g, '+ -')});`)();
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A number with decimals or a power of ten: others have no digit left out. */
const rounded = /(\d+\.\d+|\d+(?= *\\times))(?: *\\times *10\^\{(-?\d+)\})?/g;

/** How far a side moves, at most, when each of its rounded numbers moves by half a unit of its last digit. */
function slackOf(side: string): number {
  const value = numberOf(side) ?? 0;
  const moves = [...side.matchAll(rounded)].map((number) => {
    const [text, mantissa = '', power = '0'] = number;
    const half = 0.5 * 10 ** (Number(power) - (mantissa.split('.')[1]?.length ?? 0));
    const moved = [half, -half].map((by) => {
      const digits = (Number(`${mantissa}e${power}`) + by).toFixed(100);
      return numberOf(side.slice(0, number.index) + digits + side.slice(number.index + text.length)) ?? value;
    });
    return Math.max(...moved.map((one) => Math.abs(one - value)));
  });
  return moves.reduce((sum, move) => sum + move, 0);
}

/** The unit of the last digit of a side that is a single number. */
function unitOf(side: string): number {
  const text = side.replace(/([\d.]+)\s*\\times\s*10\^\{(-?\d+)\}/g, '$1e$2').replace(/[{}()\s]/g, '');
  if (!new RegExp(`^${number}$`).test(text)) return 0;
  const [mantissa = '', power = '0'] = text.split('e');
  return Number(`1e${Number(power) - (mantissa.split('.')[1]?.length ?? 0)}`);
}
