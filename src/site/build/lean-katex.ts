import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Where KaTeX has its modules before they are bundled, so that parts can be left out. */
const katex = fileURLToPath(new URL('../', import.meta.resolve('katex')));

/** The functions that equations of explorables use, by the files that define them, and those that KaTeX itself calls. */
const functions = new Set(
  `accent cr delimsizing environment font genfrac href html htmlmathml kern math mclass op operatorname ordgroup phantom
   relax rule sizing sqrt styling supsub symbolsOp symbolsOrd symbolsSpacing text`.split(/\s+/),
);

/** The macros that they use. */
const macros = new Set(
  String.raw`\\bgroup \\egroup \\lvert \\rvert \\dots \\dotsb \\dotsc \\dotso \\cdots \\ldots \\, \\; \\! \\tmspace \\TextOrMath \\quad`.split(
    ' ',
  ),
);

/** Signs of equations beyond those of ASCII, Greek letters, spaces, and the pieces of tall brackets. */
const signs = new Set('¬±·×÷′…←→↔⇒∂∇∈−∏∑√∘∞∣∥∫≈≠≡≤≥⋅⋯⟨⟩');

/** Whether equations have a use for a character: not for letters of other scripts, nor for signs of other subjects. */
function isOfEquations(code: number): boolean {
  const isSpace = code >= 0x2000 && code < 0x2010;
  const isPiece = code >= 0x2300 && code < 0x2400;
  const isGreek = code >= 0x391 && code < 0x3f7;
  return code <= 0xa0 || isSpace || isPiece || isGreek || signs.has(String.fromCodePoint(code));
}

/** The modules of KaTeX of which something is left out. */
const parts: readonly { readonly file: RegExp; readonly out: (code: string) => string }[] = [
  {
    file: /functions\.ts$/,
    out: (code) =>
      code.replace(/^import ["]\.\/(?:functions|environments)\/(\w+)["];\n/gm, (line, name: string) =>
        functions.has(name) ? line : '',
      ),
  },
  {
    file: /macros\.ts$/,
    out: (code) =>
      statements(code)
        .filter((one) => !one.startsWith('defineMacro(') || macros.has(/"([^"]*)"/.exec(one)?.[1] ?? ''))
        .join(''),
  },
  // The symbols of the American Mathematical Society have a font of their own, and so have letters in other styles.
  {
    file: /symbols\.ts$/,
    out: (code) =>
      statements(code)
        .filter((one) => !/^defineSymbol\(\w+, ams,/.test(one) && !one.includes('wideChar'))
        .filter((one) => isOfEquations(definedBy(one)))
        .join(''),
  },
  { file: /unicodeSymbols\.js$/, out: () => 'export default {};' },
  {
    file: /fontMetricsData\.js$/,
    out: (code) =>
      code
        .replace(/^ {4}"(?!Main-Regular|Main-Bold"|Math-Italic|Size\d).*\{\n(?: {8}.*\n)* {4}\},?\n/gm, '')
        .replace(/^ {8}"(\d+)": .*\n/gm, (line, character: string) => (isOfEquations(Number(character)) ? line : '')),
  },
  // Arrows and braces that grow with what they stand above.
  {
    file: /svgGeometry\.ts$/,
    out: (code) => code.replace(/(path: Record<string, string> = )\{\n(?:.*\n)*?\};/, '$1{};'),
  },
  {
    file: /environments\/array\.ts$/,
    out: (code) =>
      statements(code)
        .filter((one) => !one.startsWith('defineEnvironment(') || /names: \[[^\]]*"(?:aligned|array)"/.test(one))
        .join(''),
  },
  // Commutative diagrams.
  { file: /environments\/cd\.ts$/, out: () => 'export const parseCD = undefined;' },
];

/**
 * Leaves out of the site's programs the parts of KaTeX that equations of explorables do not use: a third of what a reader
 * would load. Formulas of lessons are set by the build, which has all of KaTeX.
 */
export function leanKatex(): Plugin {
  return {
    name: 'lean-katex',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: (id) => (id === 'katex' ? `${katex}katex.ts` : undefined),
    transform: {
      filter: { id: /katex\/(?:src\/|katex\.ts)/ },
      handler: (code, id) =>
        id.endsWith('/katex.ts') ? code.replace('= __VERSION__', "= ''") : withoutParts(code, id),
    },
  };
}

/**
 * A module of KaTeX without the parts that are not used.
 *
 * @throws Error if nothing of a module is left out: then this version of KaTeX is written in another way
 */
export function withoutParts(code: string, id: string): string {
  const part = parts.find(({ file }) => file.test(id));
  if (!part) return code;
  const lean = part.out(code);
  if (lean.length < code.length) return lean;
  throw new Error(
    `${id} has nothing that is known to be unused: adapt src/site/build/lean-katex.ts to this version of KaTeX.`,
  );
}

/** The character that a statement of `symbols.ts` defines, if it defines one. */
function definedBy(statement: string): number {
  const [, escaped, itself] = /^defineSymbol\(\w+, main, \w+, "(?:\\u([\da-f]{4})|([^\\]))"/.exec(statement) ?? [];
  return escaped === undefined ? (itself?.codePointAt(0) ?? 0) : Number.parseInt(escaped, 16);
}

/** The statements and comments of a module: each begins at the start of a line with a letter or a slash. */
function statements(code: string): string[] {
  return code.split(/^(?=[a-z/])/m);
}
