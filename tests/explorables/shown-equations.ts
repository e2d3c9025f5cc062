/** One `left = right` of an equation, by the numbers that it shows. */
export interface ShownRelation {
  readonly text: string;
  readonly exact: boolean;
  readonly left: number;
  readonly right: number;
  /** What the last shown digit of the result counts; 0 if the right side is no single number. */
  readonly unit: number;
}

const number = String.raw`-?\d+(?:\.\d+)?(?:e-?\d+)?`;

/**
 * Every relation of a piece of TeX whose two sides are numbers, read independently of how the explorables made them:
 * as JavaScript arithmetic, after the TeX has been rewritten. Sides with letters or words have no value and are left out.
 */
export function shownRelations(tex: string): ShownRelation[] {
  const plain = stripTerms(tex)
    .replace(/\\begin\{aligned\}|\\end\{aligned\}|\\quad|&/g, ' ')
    .replace(/\\textstyle/g, '');
  const rows = plain.split('\\\\');
  const relations: ShownRelation[] = [];
  let carried = '';
  for (const row of rows) {
    // `values: 1 → 2` and `rate: …` carry a label, no side.
    const parts = row.replace(/\\text\{[^}]*:\}/g, ' ').split(/(=|\\approx)/);
    // A row that begins with its sign goes on from the row above.
    if (parts[0]?.trim() === '') parts[0] = carried;
    for (let i = 1; i < parts.length; i += 2) {
      const [left, right] = [numberOf(parts[i - 1] ?? ''), numberOf(parts[i + 1] ?? '')];
      if (left === undefined || right === undefined) continue;
      const unit = Math.max(unitOf(parts[i - 1] ?? ''), unitOf(parts[i + 1] ?? ''));
      relations.push({ text: `${parts[i - 1]}${parts[i]}${parts[i + 1]}`, exact: parts[i] === '=', left, right, unit });
    }
    carried = parts.at(-1) ?? '';
  }
  return relations;
}

function stripTerms(tex: string): string {
  let text = tex;
  for (;;) {
    const next = text.replace(/\\htmlData\{term=[\w-]+\}\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/, ' $1 ');
    if (next === text) return text;
    text = next;
  }
}

function numberOf(side: string): number | undefined {
  let text = side.replace(/([\d.]+)\s*\\times\s*10\^\{(-?\d+)\}/g, '$1e$2');
  for (let i = 0; i < 6; i++)
    text = text
      .replace(/\\t?frac\{([^{}]*)\}\{([^{}]*)\}/g, '(($1)/($2))')
      .replace(/\\sqrt\{([^{}]*)\}/g, 'Math.sqrt($1)')
      .replace(/\\cos\s*([\d.]+)\^\\circ/g, 'Math.cos($1*Math.PI/180)')
      .replace(/(\([^()]*\)|[\d.]+)\^2/g, '(($1)**2)')
      .replace(/\{([^{}]*)\}/g, '($1)');
  text = text
    .replace(/\\cdot/g, '*')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || /[^\d.()+\-*/e\s]/.test(text.replace(/Math\.(sqrt|cos|PI)/g, ''))) return undefined;
  if (!/\d/.test(text)) return undefined;
  const value: unknown = new Function(`return (${text.replace(/-\s*-/g, '- -').replace(/\+\s*-/g, '+ -')});`)();
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The unit of the last digit of a side that is a single number. */
function unitOf(side: string): number {
  const text = side.replace(/([\d.]+)\s*\\times\s*10\^\{(-?\d+)\}/g, '$1e$2').replace(/[{}()\s]/g, '');
  if (!new RegExp(`^${number}$`).test(text)) return 0;
  const [mantissa = '', power = '0'] = text.split('e');
  return Number(`1e${Number(power) - (mantissa.split('.')[1]?.length ?? 0)}`);
}
