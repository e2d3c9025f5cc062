import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/python/engine.ts';
import { noCache } from '../../src/verify/cache.ts';
import type { Finding } from '../../src/verify/finding.ts';
import { countAll, countTotals, findingsOf } from '../../src/verify/totals.ts';
import { verify } from '../../src/verify/verify.ts';
import { scratchFolder } from './scratch-folder.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Each case is a folder: a lesson or guide, and for those that fail `findings.txt`, one `line:column kind (example)` a line. */
const cases = ['pass', 'fail'].flatMap((outcome) =>
  readdirSync(join(here, outcome)).map((name) => {
    const folder = join(here, outcome, name);
    const file = readdirSync(folder).find((entry) => entry !== 'findings.txt') ?? '';
    const findings = outcome === 'pass' ? '' : readFileSync(join(folder, 'findings.txt'), 'utf8');
    return { name: `${outcome}/${name}`, path: join(folder, file), expected: findings.split('\n').filter(Boolean) };
  }),
);

const verification = await verify({
  paths: cases.map(({ path }) => path),
  cwd: root,
  engines: 'first',
  limits: { ...defaultLimits, seconds: 2, outputBytes: 1 << 20 },
  cache: noCache,
  search: { env: process.env, root },
  pythonsFile: join(scratchFolder(), 'pythons.json'),
  now: () => new Date(0),
});

function summary({ place, kind, example }: Finding): string {
  return `${place.line}:${place.column} ${kind}${example === undefined ? '' : ` (${example})`}`;
}

describe('hard inputs', () => {
  it.each(cases.map((one, i) => ({ ...one, file: verification.files[i] })))('$name', ({ file, expected }) => {
    expect(file).toBeDefined();
    if (!file) return;
    expect(findingsOf(file).map(summary)).toEqual(expected);
    const totals = countTotals([file]);
    expect(countAll(totals.examples)).toBe(file.lesson.extracted.examples.length);
    expect(countAll(totals.values)).toBe(file.lesson.extracted.values.length);
  });

  it('says which fences no reader sees as code', () => {
    const hidden = new Map(cases.map(({ name }, i) => [name, verification.files[i]?.lesson.extracted.hidden]));
    const lines = (name: string) => hidden.get(name)?.map(({ line }) => line);
    expect(lines('pass/hidden-fences')).toEqual([2]);
    expect(lines('pass/hidden-in-html')).toEqual([2, 8]);
  });
});
