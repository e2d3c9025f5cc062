import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readsOptions = globSync('scripts/*.ts', { cwd: root }).filter(
  (file) =>
    file !== 'scripts/read-options.ts' && /\b(?:parseArgs|readOptions)\(/.test(readFileSync(root + file, 'utf8')),
);

it.each([...readsOptions, 'scripts/bench.ts'])('%s says what is wrong with an option, and ends with 2', (file) => {
  const { status, stderr } = spawnSync(process.execPath, [file, '--no-such-option'], { cwd: root, encoding: 'utf8' });
  expect(stderr).toContain('--no-such-option');
  expect(stderr).not.toMatch(/^ +at /m);
  expect(status).toBe(2);
});

it('looks at every script that has options', () => {
  expect(readsOptions.length).toBeGreaterThan(3);
});
