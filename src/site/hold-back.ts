import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { holdBack } from './held-back.ts';
import { holdBackFormulas } from './held-back-formulas.ts';

/** An Astro integration that moves what checks the answers of a built page into a file of its own (`held-back.ts`). */
export function holdBackExercises(base: string): AstroIntegration {
  return splitPages('exercises', base, holdBack);
}

/** An Astro integration that moves the TeX of the formulas of a built page into a file of its own (`held-back-formulas.ts`). */
export function holdBackSources(base: string): AstroIntegration {
  return splitPages('formulas', base, holdBackFormulas);
}

/** Splits a page in two: what is shown, and what `nameFile` stores. */
type Split<Held> = (html: string, nameFile: (held: Held) => string) => { readonly html: string };

function splitPages<Held>(kind: string, base: string, split: Split<Held>): AstroIntegration {
  return {
    name: `hold-back-${kind}`,
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const nameFile = (held: Held) => `${base.replace(/\/$/, '')}/${writeHeld(folder, kind, held)}`;
        for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          if (!name.endsWith('.html')) continue;
          const file = join(folder, name);
          const before = readFileSync(file, 'utf8');
          const { html } = split(before, nameFile);
          if (html !== before) writeFileSync(file, html);
        }
      },
    },
  };
}

/** Writes a file whose name has a digest of what is in it. */
function writeHeld(folder: string, kind: string, held: unknown): string {
  const text = JSON.stringify(held);
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 8);
  const name = `_astro/${kind}.${digest}.json`;
  writeFileSync(join(folder, name), text);
  return name;
}
