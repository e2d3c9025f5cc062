import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { parseHTML } from 'linkedom';
import { findJava } from '../../scripts/find-java.ts';
import { documentOf, restOf } from './built-page.ts';
import { pagePaths, siteFile, someOfEachKind } from './sites.ts';
import { test } from './warm.ts';

const java = findJava(process.env);
const nu = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

/** A message of the Nu checker. */
interface Message {
  readonly message: string;
  readonly url: string;
  readonly lastLine?: number;
  readonly lastColumn?: number;
}

/**
 * Messages that the newest version of the checker no longer has. This one is the last that fetches nothing as it is installed:
 * later ones bring a Java from GitHub.
 */
const outdated = [
  // Content Security Policy 3 allows a page to compile WebAssembly and nothing else.
  `Bad value  for attribute “content” on element “meta”: Expecting source-expression but found "'wasm-unsafe-eval'".`,
  // A row with `aria-rowindex`, which is a row by itself.
  'Element “tr” is missing one or more of the following attributes: “role”.',
];

/** The rules of the HTML standard, without matters of style, by a checker that objects to other things. */
const validate = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard'] }));

const fileOf = (path: string) => siteFile(path === '/no-such-page/' ? '404.html' : `${path.slice(1)}index.html`);

/** A page with what comes later, which is HTML as well; `undefined` if it was built whole. */
function wholeOf(path: string): string | undefined {
  const rest = restOf(parseHTML(readFileSync(fileOf(path), 'utf8')).document);
  return rest && documentOf(path).toString();
}

test('the Nu checker finds every page conformant, and with what comes later', async () => {
  test.skip(java === undefined, 'Java is not installed');
  const folder = test.info().outputPath('pages');
  for (const path of pagePaths) {
    const file = join(folder, fileOf(path));
    mkdirSync(dirname(file), { recursive: true });
    cpSync(fileOf(path), file);
    const whole = wholeOf(path);
    if (whole) writeFileSync(join(dirname(file), 'whole.html'), whole);
  }
  // It runs for seconds: what a better compiler would gain, it would cost twice.
  const quick = ['-XX:+IgnoreUnrecognizedVMOptions', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
  const args = [
    ...quick,
    '-jar',
    nu,
    '--skip-non-html',
    '--errors-only',
    '--format',
    'json',
    '--stdout',
    '--exit-zero-always',
  ];
  const said = execFileSync(java ?? '', [...args, folder], { encoding: 'utf8', maxBuffer: 1e9 });
  const { messages }: { messages: readonly Message[] } = JSON.parse(said);
  expect(
    messages
      .filter(({ message }) => !outdated.includes(message.trim()))
      .map(({ url, lastLine, lastColumn, message }) => `${url}:${lastLine}:${lastColumn} ${message}`),
  ).toEqual([]);
});

test('every kind of page is HTML as the standard has it', async () => {
  const faults: string[] = [];
  for (const path of someOfEachKind('html', pagePaths)) {
    const file = fileOf(path);
    for (const text of [readFileSync(file, 'utf8'), wholeOf(path)].filter((one) => one !== undefined)) {
      const { results } = await validate.validateString(text, file);
      const messages = results.flatMap((result) => result.messages);
      faults.push(...messages.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`));
    }
  }
  expect(faults).toEqual([]);
});

// The checkers accept it, and a browser moves it into the body.
test('nothing follows the end of a page', () => {
  const ends = /<\/body>\s*<\/html>\s*$/;
  expect(pagePaths.filter((path) => !ends.test(readFileSync(fileOf(path), 'utf8')))).toEqual([]);
});
