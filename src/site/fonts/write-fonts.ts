import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parseHTML } from 'linkedom';
import { earlyFont, lateFaces } from './late-faces.ts';
import { shownFonts } from './shown-fonts.ts';
import { splitFonts } from './split-fonts.ts';
import { needsNoGlyph, systemCharacters } from './system-characters.ts';
import { type FontUse, type UsedCharacters, usedCharacters } from './used-characters.ts';

/** The kinds of blocks of an article that are laid out later, as `prose/later.css` has them: headings are not among them. */
export const waitingKinds =
  'p, ul, ol, pre, .display, .derivative-rules, .table, .note, .example, .figure, .question, .exercise, .explorable, .project-sheet, .checkpoint';
/** From the eighth block on they wait; of those, a browser lays out the first ones at once, which are near the window. */
const waitingBlocks = `article.prose > :is(${waitingKinds}):nth-child(n + 16)`;

/** A page of the built site, and its characters. */
interface ReadPage {
  readonly file: string;
  readonly used: UsedCharacters;
  /** Those of what is laid out as the page opens (`prose/later.css`). */
  readonly usedAtFirst: UsedCharacters;
}

/**
 * An Astro integration that cuts the fonts of the built site down to the characters that its pages use (`split-fonts.ts`),
 * and writes into each page the fonts that `src/site/font-script.ts` fetches first.
 *
 * @throws Error from the build if a page has a character that no font has, with its place
 */
export function writeFonts(base: string): AstroIntegration {
  return {
    name: 'write-fonts',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const pages = readPages(folder);
        await splitSite(folder, pages, base);
      },
    },
  };
}

function readPages(folder: string): ReadPage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const { document } = parseHTML(readFileSync(join(folder, file), 'utf8'));
      const later = new Set(document.querySelectorAll(waitingBlocks));
      return { file, used: usedCharacters(document), usedAtFirst: usedCharacters(document, (one) => later.has(one)) };
    });
}

async function splitSite(folder: string, pages: readonly ReadPage[], base: string): Promise<void> {
  const assets = join(folder, '_astro');
  const names = new Map<string, string>();
  const used = unionOf(pages);
  for (const file of readdirSync(assets).filter((name) => name.endsWith('.css'))) {
    const { css, renamed, unused, available } = await splitFonts(readFileSync(join(assets, file), 'utf8'), {
      read: (name) => readFileSync(join(assets, name)),
      write: (stem, bytes) => writeHashed(assets, `${stem}.woff2`, bytes),
      used,
    });
    if (renamed.size === 0) continue;
    requireGlyphs(pages, available);
    for (const name of unused) rmSync(join(assets, name));
    const late = lateFaces(css);
    names.set(file, writeHashed(assets, file.replace(/\.[\w-]+\.css$/, '.css'), Buffer.from(late)));
    for (const page of pages) nameFonts(join(folder, page.file), shownFonts(css, page.usedAtFirst), base);
    // A file may stay for another weight of its font, which no page uses.
    for (const [old, name] of renamed) if (!css.includes(old)) names.set(old, name);
  }
  for (const old of names.keys()) rmSync(join(assets, old));
  rename(folder, names);
}

/** Writes into a page the addresses of the fonts that it shows first, but for that of prose. */
function nameFonts(file: string, fonts: readonly string[], base: string): void {
  const late = fonts.filter((name) => !name.startsWith(earlyFont));
  const addresses = late.map((name) => `${base}_astro/${name}`).join(' ');
  const html = readFileSync(file, 'utf8');
  writeFileSync(file, html.replace(/<html\b/, `<html data-fonts="${addresses}"`));
}

function unionOf(pages: readonly ReadPage[]): Map<FontUse, Set<string>> {
  const union = new Map<FontUse, Set<string>>();
  for (const { used } of pages)
    for (const [use, characters] of used) union.set(use, new Set([...(union.get(use) ?? []), ...characters.keys()]));
  return union;
}

/** A file whose name has a digest of its bytes, as Vite names files. */
function writeHashed(folder: string, file: string, bytes: Buffer): string {
  const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 8);
  const name = file.replace(/\.(\w+)$/, `.${digest}.$1`);
  writeFileSync(join(folder, name), bytes);
  return name;
}

/** Writes the new names of files into the pages, and nothing else may have the old ones. */
function rename(folder: string, names: ReadonlyMap<string, string>): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:html|m?js)$/.test(name),
  );
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    const changed = [...names].reduce((all, [old, name]) => all.replaceAll(old, name), text);
    if (changed !== text) writeFileSync(join(folder, file), changed);
  }
}

function requireGlyphs(pages: readonly ReadPage[], available: ReadonlyMap<FontUse, ReadonlySet<string>>): void {
  const missing = pages.flatMap(({ file, used }) =>
    [...used].flatMap(([use, characters]) =>
      [...characters]
        // Letters without italics, Greek for example, are set in upright ones, slanted.
        .filter(([character]) => use !== 'italic' && !available.get(use)?.has(character))
        .filter(([character]) => !systemCharacters.has(character) && !needsNoGlyph(character))
        .map(([character, anchor]) => `${file}#${anchor}: ${describe(character)} is in no font for ${use}.`),
    ),
  );
  if (missing.length > 0)
    throw new Error(
      `${missing.join('\n')}\nWrite another character, or add it to src/site/fonts/system-characters.ts if every system has it.`,
    );
}

function describe(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `“${character}” (U+${code.toString(16).toUpperCase().padStart(4, '0')})`;
}
