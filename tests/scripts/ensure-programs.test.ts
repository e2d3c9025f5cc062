import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensurePrograms, type TestPrograms } from '../../scripts/ensure-programs.ts';
import { findEngines } from '../../scripts/find-engines.ts';
import { findJava } from '../../scripts/find-java.ts';
import { scratchFolder } from '../verify/scratch-folder.ts';

const webkit = { driver: '/usr/bin/WebKitWebDriver', browser: '/usr/lib/MiniBrowser', display: '/usr/bin/Xvfb' };

const java = '/usr/bin/java';

/** A machine with some programs, and what apt-get can give it. */
function machine(has: Partial<TestPrograms>, canInstall: Partial<TestPrograms>) {
  const installed: TestPrograms = { firefox: undefined, webkit: undefined, java: undefined, ...has };
  const asked: string[] = [];
  const install = (names: readonly string[]) => {
    asked.push(names.join(' '));
    const program = names.includes('firefox-esr') ? 'firefox' : names.includes('xvfb') ? 'webkit' : 'java';
    Object.assign(installed, { [program]: canInstall[program] });
    return canInstall[program] !== undefined;
  };
  const said: string[] = [];
  ensurePrograms({ find: () => installed, debian: { knows: () => true, install } }, (text) => said.push(text));
  return { asked, said };
}

describe('the programs of some tests', () => {
  it('are left alone where they are installed', () => {
    expect(machine({ firefox: '/usr/bin/firefox', webkit, java }, {})).toEqual({ asked: [], said: [] });
  });

  it('are installed where they are missing', () => {
    const { asked, said } = machine({}, { firefox: '/usr/bin/firefox-esr', webkit, java });
    expect([asked, said]).toEqual([['firefox-esr', 'webkit2gtk-driver xvfb', 'default-jre-headless'], []]);
  });

  it('are named in one line each where they cannot be installed', () => {
    const { said } = machine({}, {});
    expect(said.map((line) => line.replace(/:.*/, ''))).toEqual([
      'Firefox is not installed',
      'WebKitGTK is not installed',
      'Java is not installed',
    ]);
  });
});

describe('an engine is found', () => {
  const root = scratchFolder();
  const program = (path: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), '');
    chmodSync(join(root, path), 0o755);
    return join(root, path);
  };

  it('by its variable, or on the PATH', () => {
    const path = program('bin/firefox-esr');
    expect(findEngines({ PATH: join(root, 'bin') }, root).firefox).toBe(path);
    expect(findEngines({ PATH: join(root, 'bin'), FIREFOX: '/opt/firefox' }, root).firefox).toBe('/opt/firefox');
  });

  it('only with all of its programs', () => {
    const [driver, display] = [program('bin/WebKitWebDriver'), program('bin/Xvfb')];
    const env = { PATH: join(root, 'bin') };
    expect(findEngines(env, join(root, 'lib')).webkit).toBeUndefined();
    const browser = program('lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser');
    expect(findEngines(env, join(root, 'lib')).webkit).toEqual({ driver, browser, display });
  });
});

it.each([
  ['11', 'echo \'openjdk version "11.0.2"\' >&2', true],
  ['8', 'echo \'java version "1.8.0_292"\' >&2', false],
  ['that only says where to get one', 'echo "Unable to locate a Java Runtime." >&2; exit 1', false],
])('Java %s is found if it runs the checker', (_, says, isFound) => {
  const folder = scratchFolder();
  const path = join(folder, 'java');
  writeFileSync(path, `#!/bin/sh\n${says}\n`, { mode: 0o755 });
  expect(findJava({ PATH: folder })).toBe(isFound ? path : undefined);
});
