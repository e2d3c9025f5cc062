import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureEngines } from '../../scripts/ensure-engines.ts';
import { type Engines, findEngines } from '../../scripts/find-engines.ts';
import { scratchFolder } from '../verify/scratch-folder.ts';

const webkit = { driver: '/usr/bin/WebKitWebDriver', browser: '/usr/lib/MiniBrowser', display: '/usr/bin/Xvfb' };

/** A machine with some engines, and what apt-get can give it. */
function machine(has: Partial<Engines>, canInstall: Partial<Engines>) {
  const installed: Engines = { firefox: undefined, webkit: undefined, ...has };
  const asked: string[] = [];
  const install = (names: readonly string[]) => {
    asked.push(names.join(' '));
    const engine = names.includes('firefox-esr') ? 'firefox' : 'webkit';
    Object.assign(installed, { [engine]: canInstall[engine] });
    return canInstall[engine] !== undefined;
  };
  const said: string[] = [];
  ensureEngines({ find: () => installed, debian: { knows: () => true, install } }, (text) => said.push(text));
  return { asked, said };
}

describe('the engines beside Chromium', () => {
  it('are left alone where they are installed', () => {
    expect(machine({ firefox: '/usr/bin/firefox', webkit }, {})).toEqual({ asked: [], said: [] });
  });

  it('are installed where they are missing', () => {
    const { asked, said } = machine({}, { firefox: '/usr/bin/firefox-esr', webkit });
    expect([asked, said]).toEqual([['firefox-esr', 'webkit2gtk-driver xvfb'], []]);
  });

  it('are named in one line each where they cannot be installed', () => {
    const { said } = machine({}, {});
    expect(said.map((line) => line.replace(/:.*/, ''))).toEqual([
      'Firefox is not installed',
      'WebKitGTK is not installed',
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
