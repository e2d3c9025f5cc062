import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** What makes a test depend on how busy the machine is or on its last bit, and what to write instead. */
const unsteady: readonly (readonly [what: string, isIn: (line: string) => boolean, instead: string])[] = [
  ['a fixed wait', (line) => /\bwaitForTimeout\(/.test(line), 'wait for what shall be there, not for a time'],
  ['a second try', (line) => /\b(?:retries|retry):/.test(line), 'a test that passes at the second try has failed'],
  ['a wait that takes a promise for the truth', (line) => /\bwaitForFunction\(/.test(line), 'use `expect.poll`'],
  [
    'a wait until the network is idle',
    (line) => /['"]networkidle['"]/.test(line),
    'wait for what shall be there: on a busy machine the network is idle between two programs of a page as well',
  ],
  ['a short limit', hasShortLimit, 'a limit below 30 s is one that a busy machine reaches'],
  [
    'half a digit',
    (line) => /toBeCloseTo\(.*,\s*\d+\.\d+\);?\s*$/.test(line),
    'state a bound, and what it follows from',
  ],
  [
    'a variable of the environment that stays set',
    (line) => /\bprocess\.env(?:\.\w+|\[[^\]]+\]) =[^=]|\bprocess\.chdir\(/.test(line),
    'take `vi.stubEnv`, and `vi.unstubAllEnvs` after it: the files of a worker share its environment',
  ],
  [
    'a folder that stays behind',
    (line) => /\bmkdtemp(?:Sync)?\(/.test(line),
    'take `scratchFolder`, whose folders are removed with the last test of a file',
  ],
  [
    'a search of its own for Pythons',
    (line) => /\bfindPythons\(\{ env: process\.env\b/.test(line),
    'take `machinePythons`: a search from elsewhere misses the virtual environment of the project',
  ],
  [
    'a `test` of its own, for which a worker is replaced and starts Python anew',
    (line) => /^import \{.*\btest\b(?! as base\b).*\} from '@playwright\/test';$/.test(line),
    "take `test` from './warm.ts'",
  ],
];

function hasShortLimit(line: string): boolean {
  // After a quote it is a setting of a guide, which is in seconds.
  const limit = /(?<!['"`])\btimeout:\s*(\d[\d_]*)\b/.exec(line)?.[1];
  return limit !== undefined && Number(limit.replaceAll('_', '')) < 30_000;
}

/** Files that have for all others what these may not have themselves. */
const helpers = ['python/machine-pythons.ts', 'verify/scratch-folder.ts'];
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.ts$/.test(file) && !helpers.includes(file),
);

/** The text of a test. */
function read(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

it('no test sets globals but those of islands, each of which has modules of its own', () => {
  const setsGlobals =
    /\bvi\.stubGlobal\(|\b(?:assign|defineProperty)\(globalThis,|\bglobalThis(?:\.\w+|\[[^\]]+\]) =[^=]/;
  const found = files.filter((file) => setsGlobals.test(read(file)));
  expect(found.filter((file) => !/^(?:islands|e2e)\//.test(file))).toEqual([]);
  expect(found.length).toBeGreaterThan(0);
});

it.each(unsteady)('no test has %s', (_what, isIn, instead) => {
  const found = files.flatMap((file) => {
    const lines = read(file).split('\n');
    return lines.flatMap((line, i) => (isIn(line) ? [`tests/${file}:${i + 1}: ${instead}`] : []));
  });
  expect(found).toEqual([]);
});

it('a browser test measures a page with the fonts that come once it is seen', () => {
  const measures =
    /\.boundingBox\(|getBoundingClientRect\(|\b(?:offset|scroll|client)(?:Width|Height|Top|Left)\b|creenshot\(/;
  const waits = /\b(?:fontsArrived|neededFontsArrived)\(|\bopen(?:Page|Alone|InLesson|Together|WithoutScripts)\(/;
  const measuring = files.filter((file) => /^e2e\/.*\.spec\.ts$/.test(file) && measures.test(read(file)));
  // Of other browsers it asks for heights that do not depend on fonts.
  const found = measuring.filter((file) => file !== 'e2e/engines.spec.ts' && !waits.test(read(file)));
  expect(found).toEqual([]);
  expect(measuring.length).toBeGreaterThan(10);
});

it('no test has less time than all others: it would fail on a busy machine', () => {
  const ownTime = /^ *\}, (\d[\d_]{3,})\);$/gm;
  const found = files.flatMap((file) =>
    [...read(file).matchAll(ownTime)].map(([, time = '']) => ({ file, time: Number(time.replaceAll('_', '')) })),
  );
  expect(found.filter(({ time }) => time < 600_000)).toEqual([]);
  expect(found.length).toBeGreaterThan(0);
});

it('looks at every test', () => {
  expect(files.length).toBeGreaterThan(100);
});
