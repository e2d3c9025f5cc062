const superscripts: Readonly<Record<string, string>> = pair('0123456789+-−=()nijkT', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱʲᵏᵀ');
const subscripts: Readonly<Record<string, string>> = pair('0123456789+-−=()nijkx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙᵢⱼₖₓ');
const accents: Readonly<Record<string, string>> = {
  '^': '\u0302',
  ˉ: '\u0304',
  '¯': '\u0304',
  '~': '\u0303',
  '˙': '\u0307',
};
const spaced = /^[=+−<>≈≤≥≠→←↦⇒∈×∣]$/u;

/** A formula in MathML as plain text, in one line: `f(x) = x²`, `(a + b)/2`, `∂f/∂x`. */
export function formulaText(math: Element): string {
  return textOf(math).replace(/\s+/g, ' ').trim();
}

function textOf(element: Element): string {
  const parts = [...element.children].map(textOf);
  const [base = '', first = '', second = ''] = parts;
  switch (element.localName) {
    case 'annotation':
      return '';
    case 'mi':
    case 'mn':
    case 'mtext':
      return element.textContent.replaceAll('\u2061', '');
    case 'mo': {
      const sign = element.textContent;
      return spaced.test(sign) ? ` ${sign} ` : sign === ',' ? ', ' : sign.replaceAll('\u2061', ' ');
    }
    case 'mspace':
      return ' ';
    case 'msup':
      return base + raised(first);
    case 'msub':
      return base + lowered(first);
    case 'msubsup':
      return base + lowered(first) + raised(second);
    case 'munder':
      return `${base} ${first} `;
    case 'munderover':
      return `${base} `;
    case 'mover':
      return first in accents ? (base + (accents[first] ?? '')).normalize('NFC') : base;
    case 'mfrac':
      return `${grouped(base)}/${grouped(first)}`;
    case 'msqrt':
      return `√${grouped(parts.join(''))}`;
    case 'mroot':
      return `${raised(first)}√${grouped(base)}`;
    case 'mtable':
      return `[${parts.join('; ')}]`;
    case 'mtr':
      return parts.map((part) => part.trim()).join(', ');
    default:
      return parts.join('');
  }
}

function raised(text: string): string {
  if (/^[′″'∗⊤]+$/.test(text)) return text;
  return mapped(text, superscripts) ?? `^${grouped(text)}`;
}

function lowered(text: string): string {
  // Of a limit, which is set below it in a line of its own only.
  if (text.includes('→')) return ` ${text.trim()} `;
  return mapped(text, subscripts) ?? `_${grouped(text)}`;
}

function mapped(text: string, map: Readonly<Record<string, string>>): string | undefined {
  const signs = [...text.replace(/\s/g, '')];
  return signs.every((sign) => sign in map) ? signs.map((sign) => map[sign]).join('') : undefined;
}

/** A part in parentheses, unless it is one symbol or call. */
function grouped(text: string): string {
  const trimmed = text.trim();
  return /\s|[+−-]/.test(trimmed.slice(1)) ? `(${trimmed})` : trimmed;
}

function pair(from: string, to: string): Record<string, string> {
  const signs = [...to];
  return Object.fromEntries([...from].map((sign, i) => [sign, signs[i] ?? '']));
}
