import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkitten';
import subsetFont from 'subset-font';
import { siteName, surfaces } from '../site-facts.ts';
import { socialSize } from '../social-path.ts';

const margin = 80;
const ink = '#1b1f27';
const softInk = '#555b66';
/** Of the curve and of its tangent, as in the sign of the site. */
const [curve, tangent] = ['#173a94', '#b04400'];

/** A text in a font, at a size in pixels. */
interface Style {
  readonly font: Font;
  readonly size: number;
  readonly fill: string;
  /** From one line to the next, in pixels. */
  readonly leading: number;
}

/** The texts of a page that a program shows beside a link to it. */
export interface LinkedPage {
  readonly title: string;
  readonly summary: string;
}

/**
 * The picture that programs show beside a link to a page, as SVG: the title, the summary and the sign of the site. Its texts
 * are paths of the site's own fonts, so that it does not depend on the fonts of the machine.
 */
export async function socialPicture({ title, summary }: LinkedPage): Promise<string> {
  const { width, height } = socialSize;
  const room = width - 2 * margin;
  const [bold, regular] = await Promise.all([serif(620), serif(400)]);
  const heading: Style = { font: bold, size: 76, fill: ink, leading: 86 };
  const lead: Style = { font: regular, size: 34, fill: softInk, leading: 48 };
  const name: Style = { font: bold, size: 30, fill: curve, leading: 0 };
  const titleLines = breakLines(title, heading, room).slice(0, 2);
  const leadLines = shorten(breakLines(summary, lead, room), 4 - titleLines.length + 1);
  const top = margin + 130;
  const below = top + titleLines.length * heading.leading + 4;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${surfaces.light}"/>`,
    `<g transform="translate(${width - 330} ${height - 165}) scale(9)" fill="none" stroke-width="1.2" stroke-linecap="round" opacity="0.16">`,
    `<path d="M3 5C7 33 21 33 27 4" stroke="${curve}"/><path d="M12.5 30 30 14" stroke="${tangent}"/></g>`,
    `<g transform="translate(${margin} ${margin - 8}) scale(1.6)" fill="none" stroke-width="3" stroke-linecap="round">`,
    `<path d="M3 5C7 33 21 33 27 4" stroke="${curve}"/><path d="M12.5 30 30 14" stroke="${tangent}"/></g>`,
    ...drawLines([siteName], name, { x: margin + 68, y: margin + 28 }),
    ...drawLines(titleLines, heading, { x: margin, y: top + 40 }),
    ...drawLines(leadLines, lead, { x: margin, y: below + 40 }),
    '</svg>',
  ].join('');
}

/** The characters of English titles and summaries. */
const latin = `${String.fromCodePoint(...Array.from({ length: 0x160 }, (_, i) => 0x20 + i))}–’“”…`;

const fonts = new Map<number, Promise<Font>>();

/** The serif of the site at one weight, which is read once. */
function serif(weight: number): Promise<Font> {
  const known = fonts.get(weight) ?? readSerif(weight);
  fonts.set(weight, known);
  return known;
}

async function readSerif(weight: number): Promise<Font> {
  const file = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2';
  const bytes = readFileSync(createRequire(import.meta.url).resolve(file));
  const font = create(await subsetFont(bytes, latin, { targetFormat: 'sfnt', variationAxes: { wght: weight } }));
  if ('fonts' in font) throw new Error(`${file} has several fonts.`);
  return font;
}

function breakLines(text: string, style: Style, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && widthOf(longer, style) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** As many lines as fit; where some are left out, the last one ends with three dots. */
function shorten(lines: readonly string[], most: number): string[] {
  if (lines.length <= most) return [...lines];
  const kept = lines.slice(0, most);
  return [...kept.slice(0, -1), `${kept.at(-1)?.replace(/[\s,.;:]*\s\S*$/, '')} …`];
}

function widthOf(text: string, { font, size }: Style): number {
  const units = font.glyphsForString(text).reduce((sum, { advanceWidth }) => sum + advanceWidth, 0);
  return (units * size) / font.unitsPerEm;
}

function drawLines(lines: readonly string[], style: Style, at: { readonly x: number; readonly y: number }): string[] {
  const { font, size, fill, leading } = style;
  const scale = size / font.unitsPerEm;
  return lines.map((line, i) => {
    let x = 0;
    const glyphs = font.glyphsForString(line).map((glyph) => {
      const drawn = `<path transform="translate(${x} 0)" d="${glyph.path.toSVG()}"/>`;
      x += glyph.advanceWidth;
      return drawn;
    });
    const place = `translate(${at.x} ${at.y + i * leading}) scale(${scale} ${-scale})`;
    return `<g transform="${place}" fill="${fill}">${glyphs.join('')}</g>`;
  });
}
