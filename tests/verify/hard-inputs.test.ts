import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const here = fileURLToPath(new URL('.', import.meta.url));
const sections = parse(readFileSync(join(here, 'hard-inputs.yaml'), 'utf8')) as Record<string, Record<string, string>>;
const classes = Object.values(sections).flatMap((classesOfSection) => Object.entries(classesOfSection));

/** The classes that each case says it is one of. */
const covered = globSync('{pass,fail}/*/covers.txt', { cwd: here }).map((path) => ({
  name: path.replace('/covers.txt', ''),
  classes: readFileSync(join(here, path), 'utf8').split('\n').filter(Boolean),
}));

describe('each class of hard inputs', () => {
  it.each(classes)('%s has its cases', (name, sides) => {
    const own = covered.filter((one) => one.classes.includes(name)).map((one) => one.name.split('/')[0]);
    const [, file, title] = /^test: (\S+): (.+)$/.exec(sides) ?? [];
    if (file !== undefined && title !== undefined) {
      expect(existsSync(join(here, file))).toBe(true);
      expect(readFileSync(join(here, file), 'utf8')).toMatch(new RegExp(`['"\`]${title}`));
      return;
    }
    const missing = /^no (pass|fail): \S/.exec(sides)?.[1];
    expect(missing !== undefined || sides === 'both').toBe(true);
    expect(['pass', 'fail'].filter((side) => !own.includes(side))).toEqual(missing === undefined ? [] : [missing]);
  });
});

it('no case covers a class that does not exist', () => {
  const known = new Set(classes.map(([name]) => name));
  const unknown = covered.flatMap((one) =>
    one.classes.filter((name) => !known.has(name)).map((name) => `${one.name}: ${name}`),
  );
  expect(unknown).toEqual([]);
  expect(known.size).toBe(classes.length);
  expect(covered.length).toBeGreaterThan(100);
});
