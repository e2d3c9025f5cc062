import { describe, expect, it } from 'vitest';
import { packageManager } from '../../scripts/package-manager.ts';

/** A machine on which some commands fail, and what was asked of it. */
function machine(failing: RegExp, isRoot = true) {
  const asked: string[] = [];
  const said: string[] = [];
  const succeeds = (command: string, args: readonly string[]) => {
    const line = [command, ...args].join(' ');
    asked.push(line);
    return !failing.test(line);
  };
  return { asked, said, manager: packageManager(succeeds, isRoot, (text) => said.push(text)) };
}

const nothing = /(?!)/;
const installs = (asked: readonly string[]) => asked.filter((line) => line.includes(' install '));

describe('the package manager of Debian', () => {
  it('installs packages, after one update of the package lists', () => {
    const { asked, said, manager } = machine(nothing);
    expect([manager.install(['one', 'two']), manager.install(['three'])]).toEqual([true, true]);
    expect(asked.filter((line) => line.endsWith(' update')).length).toBe(1);
    expect(installs(asked).map((line) => line.replace(/.*recommends /, ''))).toEqual(['one two', 'three']);
    expect(said).toEqual(['Installing one, two with apt-get …', 'Installing three with apt-get …']);
  });

  it('is not asked for what it does not know', () => {
    const { asked, said, manager } = machine(/show missing/);
    expect([manager.knows('missing'), manager.install(['one', 'missing'])]).toEqual([false, false]);
    expect([installs(asked), said]).toEqual([[], []]);
  });

  it('installs what it knew before, also when there is no news to be had', () => {
    expect(machine(/ update$/).manager.install(['one'])).toBe(true);
  });

  it('is left alone where there is none, or where it would ask for a password', () => {
    for (const { asked, manager } of [machine(/^apt-get/), machine(/^sudo -n true/, false)]) {
      expect(manager.install(['one'])).toBe(false);
      expect([installs(asked), asked.filter((line) => line.includes('update'))]).toEqual([[], []]);
    }
  });

  it('goes through sudo for a user who may', () => {
    const { asked, manager } = machine(nothing, false);
    expect(manager.install(['one'])).toBe(true);
    expect(installs(asked)).toEqual([expect.stringMatching(/^sudo -n env DEBIAN_FRONTEND=\S+ apt-get .* one$/)]);
  });
});
