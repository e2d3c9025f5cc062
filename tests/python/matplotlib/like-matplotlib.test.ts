import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findLessons } from '../../../src/verify/files/find-lessons.ts';
import { readLesson } from '../../../src/verify/read/read-lesson.ts';
import { type PlannedSession, planSessions } from '../../../src/verify/run/plan.ts';
import { scratchFolder } from '../../verify/scratch-folder.ts';
import { facts, pythons } from './record.ts';

const python = pythons.find(({ numpy, matplotlib }) => numpy !== null && matplotlib !== null);
if (!python) throw new Error('No Python with NumPy and Matplotlib was found. `npm test` sets one up.');
const { executable } = python;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = fileURLToPath(new URL('programs', import.meta.url));
const scratch = scratchFolder();

const programs = [...readdirSync(folder).map((file) => join(folder, file)), ...examplesThatDraw()];

/** Every session of the guide that draws, as a file. */
function examplesThatDraw(): string[] {
  const drawing = findLessons(['content'], root).flatMap(({ file }) => {
    const sessions = planSessions(readLesson(file, readFileSync(join(root, file), 'utf8')));
    return sessions.map(asProgram).filter(({ code }) => code.includes('matplotlib.pyplot'));
  });
  return drawing.map(({ name, code }) => {
    const path = join(scratch, `${name}.py`);
    writeFileSync(path, code);
    return path;
  });
}

function asProgram({ blocks }: PlannedSession): { readonly name: string; readonly code: string } {
  const code = blocks.map(({ example }) => example.code.text).join('\n');
  return { name: blocks.at(-1)?.example.id ?? '', code };
}

/** The places where two trees of facts differ: numbers by more than rounding, colors by more than 4 of 255. */
function differences(one: unknown, other: unknown, path = ''): string[] {
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length) {
    return one.flatMap((item, i) => differences(item, other[i], `${path}[${i}]`));
  }
  if (isObject(one) && isObject(other)) {
    return Object.keys(one).flatMap((key) => differences(one[key], other[key], `${path}.${key}`));
  }
  return same(one, other)
    ? []
    : [`${path}: ${JSON.stringify(one)?.slice(0, 80)}, and here ${JSON.stringify(other)?.slice(0, 80)}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function same(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') {
    return Math.abs(one - other) <= 1e-9 * Math.max(1e-3, Math.abs(one), Math.abs(other));
  }
  const colors = [one, other].map((value) => /^#[0-9a-f]{6}$/.exec(String(value))?.[0]);
  const [a, b] = colors;
  if (a && b) return [1, 3, 5].every((at) => Math.abs(channel(a, at) - channel(b, at)) <= 4);
  return one === other;
}

function channel(color: string, at: number): number {
  return Number.parseInt(color.slice(at, at + 2), 16);
}

describe('the recorder has the same values as Matplotlib', () => {
  const [theirs, ours] = [false, true].map((recorder) => facts(executable, programs, recorder));

  it.each(programs.map((path, i): [string, number] => [path.split('/').at(-1) ?? '', i]))('%s', (_name, i) => {
    expect(differences(theirs?.[i], ours?.[i])).toEqual([]);
    expect(theirs?.[i]).not.toEqual([]);
  });

  it('finds the examples of the guide that draw', () => {
    expect(examplesThatDraw().length).toBeGreaterThanOrEqual(3);
  });
});
