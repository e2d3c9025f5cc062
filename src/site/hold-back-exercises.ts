import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { holdBack } from './held-back.ts';

/** An Astro integration that moves what checks the answers of a built page into a file of its own (`held-back.ts`). */
export function holdBackExercises(base: string): AstroIntegration {
  return {
    name: 'hold-back-exercises',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
          if (file.endsWith('.html')) splitFile(folder, file, base);
      },
    },
  };
}

function splitFile(folder: string, file: string, base: string): void {
  const before = readFileSync(join(folder, file), 'utf8');
  const { html } = holdBack(before, (heldBack) => {
    const text = JSON.stringify(heldBack);
    const digest = createHash('sha256').update(text).digest('base64url').slice(0, 8);
    const name = `_astro/exercises.${digest}.json`;
    writeFileSync(join(folder, name), text);
    return `${base.replace(/\/$/, '')}/${name}`;
  });
  if (html !== before) writeFileSync(join(folder, file), html);
}
