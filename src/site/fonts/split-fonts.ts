import postcss, { type AtRule, type Declaration } from 'postcss';
import { FontFile, type Weights } from './font-file.ts';
import { fontUseOf } from './font-use.ts';
import { readUnicodeRange, writeUnicodeRange } from './unicode-range.ts';
import type { FontUse } from './used-characters.ts';

/** The characters by which the fonts of a stylesheet are split. */
export interface FontSplit {
  /** The bytes of a font, by the name of its file. */
  readonly read: (name: string) => Buffer;
  /** Stores a font; returns the name of its file, which depends on its bytes. */
  readonly write: (stem: string, bytes: Buffer) => string;
  /** The characters that the pages use. */
  readonly used: ReadonlyMap<FontUse, ReadonlySet<string>>;
}

/** A stylesheet with split fonts. */
export interface SplitStylesheet {
  readonly css: string;
  /** Which file has the used characters, by the name of the file that it was made of. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Files of fonts that it no longer names, since no page uses them. */
  readonly unused: readonly string[];
  /** The characters that the fonts for one kind of text have. */
  readonly available: ReadonlyMap<FontUse, ReadonlySet<string>>;
}

const ascii = Array.from({ length: 95 }, (_, i) => 0x20 + i);

/** Signs of ASCII that a sentence hardly has: a tenth of the font that each page fetches before it is seen. */
const ofPrograms = new Set(codesOf('$&*<>@\\^_`{|}~'));

/** The ASCII of sentences, and the marker of a list, which is not in the text of a page. */
const common = [...ascii.filter((code) => !ofPrograms.has(code)), 0x2022];

/** The part of a font that has the space is the one that browsers measure, and fetch, for text of any other. */
const space = [0x20];

/**
 * The characters that the first part of a font has in any case. Programs show little in italics or bold code; the
 * stylesheet sets these around the words with which a symbol is read aloud.
 */
const always: ReadonlyMap<FontUse, readonly number[]> = new Map([
  ['text', common],
  ['code', ascii],
  ['italic', codesOf('(“”)')],
]);

/**
 * Cuts each font of a stylesheet down to the weights that its rule declares, and splits it in two: the characters that the
 * pages use, and the rest, which a browser fetches only if it is to show one of them: in an output of Python, in code that a
 * reader writes, in the drawing of an explorable. ASCII is always in the first part of the font of code, and most of it in
 * that of the upright fonts of text.
 *
 * The rule of the rest comes first: where the ranges of two rules overlap, the later one holds, so that the range of the
 * rest may be the shorter for having the used characters in it.
 */
export async function splitFonts(css: string, { read, write, used }: FontSplit): Promise<SplitStylesheet> {
  const sheet = postcss.parse(css);
  const renamed = new Map<string, string>();
  const unused: string[] = [];
  const available = new Map<FontUse, Set<string>>();
  for (const face of fontFaces(sheet)) {
    const font = new FontFile(read(face.file));
    const covered = [...font.characters].filter(face.covers);
    const isBoldCode = fontUseOf(face.file) === 'code' && face.weights.min > 500;
    const stem = face.file.replace(/\.[\w-]+\.woff2$/, '') + (isBoldCode ? '-bold' : '');
    const use = fontUseOf(`${stem}.woff2`);
    const known = available.get(use) ?? new Set();
    available.set(use, known.union(new Set(covered.map((code) => String.fromCodePoint(code)))));
    const wanted = new Set(codesOf(used.get(use)));
    for (const code of always.get(use) ?? (wanted.size > 0 ? space : [])) wanted.add(code);
    const [core, rest] = [covered.filter((code) => wanted.has(code)), covered.filter((code) => !wanted.has(code))];
    if (core.length === 0) {
      // A font that no page uses stays as it is: a reader may write its characters. No reader writes a formula, but its
      // brackets grow with what an explorable shows in them.
      if (!use.startsWith('KaTeX') || use.startsWith('KaTeX_Size')) continue;
      face.rule.remove();
      unused.push(face.file);
      continue;
    }
    // Hints are a quarter of the bytes of KaTeX's fonts, and formulas look the same without them on a screen of one pixel
    // for each. What Source has for such screens is a few bytes, without which its letters are spaced unevenly.
    const noHinting = use.startsWith('KaTeX');
    const written = async (name: string, codes: readonly number[]) =>
      write(name, await font.subset(codes, face.weights, { noHinting }));
    const [first, second] = [await written(stem, core), rest.length > 0 && (await written(`${stem}-rest`, rest))];
    renamed.set(face.file, first);
    const [inCore, inRest] = [new Set(core), new Set(rest)];
    // A used character that the font lacks must not be looked for in the rest.
    const isElsewhere = (code: number) => wanted.has(code) && !inCore.has(code);
    if (second) face.rule.cloneBefore({ nodes: face.nodesFor(second, writeUnicodeRange(rest, isElsewhere)) });
    const range = writeUnicodeRange(core, (code) => inRest.has(code) || isElsewhere(code));
    face.rule.replaceWith(face.rule.clone({ nodes: face.nodesFor(first, range) }));
  }
  return { css: sheet.toString(), renamed, unused, available };
}

function fontFaces(sheet: postcss.Root) {
  const rules: AtRule[] = [];
  sheet.walkAtRules('font-face', (rule) => void rules.push(rule));
  return rules.flatMap((rule) => {
    const declared = (property: string) => rule.nodes?.find((node) => node.type === 'decl' && node.prop === property);
    const read = (property: string) => (declared(property) as Declaration | undefined)?.value ?? '';
    const source = read('src');
    const file = /url\("?[^")]*\/([^")/]+\.woff2)"?\)/.exec(source)?.[1];
    if (!file) return [];
    const range = read('unicode-range');
    const nodesFor = (name: string, characters: string) => {
      const nodes = rule.clone().nodes ?? [];
      const others = nodes.filter((node) => node.type === 'decl' && !['src', 'unicode-range'].includes(node.prop));
      const replaced = { src: source.replace(file, name), 'unicode-range': characters };
      // Written as the rules around it are, which compresses best.
      const written = Object.entries(replaced).map(([prop, value]) => ({ prop, value, raws: { between: ':' } }));
      return [...others, ...written.map((declaration) => postcss.decl(declaration))];
    };
    const weights = readWeights(read('font-weight'));
    return [{ rule, file, weights, covers: range ? readUnicodeRange(range) : () => true, nodesFor }];
  });
}

function codesOf(characters: Iterable<string> = []): number[] {
  return [...characters].map((character) => character.codePointAt(0) ?? 0);
}

/** The weights of a `font-weight` in `@font-face`: `400 650` is a range, `400` one weight. */
function readWeights(declared: string): Weights {
  const [min = 400, max = min] = (declared.match(/\d+/g) ?? []).map(Number);
  return { min, max };
}
