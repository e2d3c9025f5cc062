import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/python/engine.ts';
import type { Finding } from '../../src/verify/findings/finding.ts';
import { countChecked } from '../../src/verify/judge/judged-file.ts';
import type { Verification } from '../../src/verify/judge/verification.ts';
import { countAll, countTotals, errorsOf, findingsOf } from '../../src/verify/report/totals.ts';
import { noCache } from '../../src/verify/run/cache.ts';
import { verify } from '../../src/verify/verify.ts';
import { scratchFolder } from './scratch-folder.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Each case is a folder: a lesson or guide, and `findings.txt`, one `line:column kind (example)` a line; those of a case
 * that passes are warnings. Where Python in WebAssembly must come to something else (it has no shell and no threads, and its C library words
 * an error otherwise), `embedded-findings.txt` says to what. `unchecked.txt` holds `line:column reason` for Python that is
 * not run, and `warnings.txt` `line:column rule` for what is passed over.
 */
const cases = ['pass', 'fail'].flatMap((outcome) =>
  readdirSync(join(here, outcome)).map((name) => {
    const folder = join(here, outcome, name);
    const file = readdirSync(folder).find((entry) => /\.(?:mdx?|qmd|markdown|ipynb)$/.test(entry)) ?? '';
    const native = readFindings(join(folder, 'findings.txt'));
    const own = join(folder, 'embedded-findings.txt');
    const embedded = existsSync(own) ? readFindings(own) : native;
    const unchecked = readFindings(join(folder, 'unchecked.txt'));
    const warnings = readFindings(join(folder, 'warnings.txt'));
    return {
      name: `${outcome}/${name}`,
      path: join(folder, file),
      expected: { native, embedded },
      unchecked,
      warnings,
    };
  }),
);

function readFindings(path: string): string[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8').split('\n').filter(Boolean);
}

const verifications = await Promise.all(
  (['native', 'embedded'] as const).map(async (engine) => ({ engine, ...(await verifyCases(engine)) })),
);

/** A short limit for what never ends, and for all else one that no load of the machine can reach. */
async function verifyCases(engine: 'native' | 'embedded'): Promise<Verification> {
  const isEndless = ({ expected }: (typeof cases)[number]) => expected[engine].some((one) => one.includes('timed out'));
  const pathsOf = (some: typeof cases) => some.map(({ path }) => path);
  const all = await verifyPaths(engine, pathsOf(cases.filter((one) => !isEndless(one))), defaultLimits.seconds);
  const endless = await verifyPaths(engine, pathsOf(cases.filter(isEndless)), engine === 'native' ? 2 : 6);
  const files = new Map([...all.files, ...endless.files].map((file) => [file.lesson.file, file]));
  return { ...all, files: pathsOf(cases).flatMap((path) => files.get(relative(root, path)) ?? []) };
}

function verifyPaths(engine: 'native' | 'embedded', paths: readonly string[], seconds: number): Promise<Verification> {
  return verify({
    paths,
    cwd: root,
    root,
    engines: {
      engine,
      pythons: 'first',
      search: { env: process.env, root },
      pythonsFile: join(scratchFolder(), 'pythons.json'),
      runtimeFolder: join(root, '.cache', 'python'),
    },
    limits: { ...defaultLimits, seconds, outputBytes: 1 << 20 },
    cache: noCache,
    now: () => new Date(0),
  });
}

function summary({ place, kind, example, severity }: Finding): string {
  const warning = severity === undefined ? '' : 'warning ';
  return `${place.line}:${place.column} ${warning}${kind}${example === undefined ? '' : ` (${example})`}`;
}

describe.each(verifications)('hard inputs, $engine engine', ({ engine, files }) => {
  it.each(cases.map((one, i) => ({ ...one, file: files[i] })))('$name', ({ name, file, expected }) => {
    expect(file).toBeDefined();
    if (!file) return;
    expect(findingsOf(file).map(summary)).toEqual(expected[engine]);
    // What the other engine cannot do is no fault of a case that passes.
    if (engine === 'native') expect(errorsOf(file).length > 0).toBe(name.startsWith('fail/'));
    const totals = countTotals([file]);
    expect(countAll(totals.examples)).toBe(file.lesson.extracted.examples.length);
    expect(countAll(totals.values)).toBe(file.lesson.extracted.values.length);
  });

  it.each(cases.map((one, i) => ({ ...one, file: files[i] })))(
    '$name: says what is not checked or passed over',
    (one) => {
      const { unchecked = [], warnings = [] } = one.file?.lesson.extracted ?? {};
      expect(unchecked.map(({ place, reason }) => `${place.line}:${place.column} ${reason}`)).toEqual(one.unchecked);
      expect(warnings.map(({ place, rule }) => `${place.line}:${place.column} ${rule}`)).toEqual(one.warnings);
    },
  );

  it.each(
    cases.filter(({ name }) => name.startsWith('pass/')).map((one) => ({ ...one, file: files[cases.indexOf(one)] })),
  )('$name: checks something', ({ file }) => {
    expect(file && countChecked(file)).toBeGreaterThan(0);
  });
});
