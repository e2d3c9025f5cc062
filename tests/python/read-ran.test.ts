import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ran } from '../../src/python/engine.ts';
import { readRan } from '../../src/python/read-ran.ts';
import { cases } from '../depth.ts';
import { anyMessage, askedBlock, rightMessage } from './child-messages.ts';

const block = { code: 'x = 1', values: [] };
const raised = (summary: string) => ({
  how: 'raised',
  exception: { types: ['ValueError'], summary, line: null, column: null, traceback: '' },
});
const ranWith = (change: object) => ({ end: { how: 'returned' }, values: [], figures: [], ...change });
const read = (change: object, limit = 1000) => readRan(ranWith(change), block, limit);

/** Whether it is what the type says, asked in another way than the code under test asks. */
function isRan({ end, values, figures }: Ran): boolean {
  const texts = values.map((value) => Object.entries(value));
  const valuesRight = texts.every(
    (entries) =>
      entries.length === 1 && entries.every(([key, one]) => /^(text|error)$/.test(key) && typeof one === 'string'),
  );
  const goesOn = end.how === 'returned' || end.how === 'raised';
  const expected = goesOn ? askedBlock.values.length : 0;
  return valuesRight && values.length === expected && JSON.parse(JSON.stringify(figures)).length === figures.length;
}

describe('the message of a child about a block', () => {
  it('comes back whole when it is right', () => {
    fc.assert(
      fc.property(rightMessage, (message) => {
        const ran = readRan(message, askedBlock, 1 << 20);
        if (message.end.how === 'died') expect(ran).toEqual({ end: message.end, values: [], figures: [] });
        else expect(ran).toEqual(message);
      }),
    );
  });

  it('is a result of the right shape or names the end, for any message', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyMessage, (message) => {
        const ran = readRan(message, askedBlock, 4000);
        seen.add(ran.end.how);
        expect(isRan(ran)).toBe(true);
        expect(['returned', 'raised', 'flooded', 'died']).toContain(ran.end.how);
      }),
      { numRuns: cases(2_000, 20_000) },
    );
    expect([...seen].sort()).toEqual(['died', 'flooded', 'raised', 'returned']);
  });

  it.each([
    [null, 'the message is no object'],
    [[], 'the message is no object'],
    ['returned', 'the message is no object'],
    [{}, '`end` is no object'],
    [{ end: null }, '`end` is no object'],
    [{ end: { how: 'returned' } }, '`values` is no list'],
    [ranWith({ values: {} }), '`values` is no list'],
    [ranWith({ values: [{ text: '1' }] }), '`values` has 1, not 0'],
    [ranWith({ figures: null }), '`figures` is no list'],
    [ranWith({ end: { how: 'timed out', after: 1 } }), '`end.how` is not a word that a child may say'],
    [ranWith({ end: { how: 'not run' } }), '`end.how` is not a word that a child may say'],
    [ranWith({ end: { how: 'raised', exception: null } }), '`exception` is no object'],
    [ranWith({ end: { how: 'died' } }), '`status` is no text'],
    [Object.create({ end: { how: 'returned' }, values: [], figures: [] }), 'the message is no object'],
    [new Map([['end', 1]]), 'the message is no object'],
  ])('%j: it broke the protocol', (message, what) => {
    const end = { how: 'died', status: `it broke the protocol: ${what}` };
    expect(readRan(message, block, 1000)).toEqual({ end, values: [], figures: [] });
  });

  it.each([
    { types: [] },
    { types: ['X', 1] },
    { types: Array(101).fill('X') },
    { summary: 1 },
    { line: '1' },
    { line: 0 },
    { line: 1.5 },
    { column: -1 },
    { traceback: null },
    { exitStatus: 256 },
    { exitStatus: '0' },
  ])('an exception with %j: it broke the protocol', (change) => {
    const { exception } = raised('');
    const { end } = read({ end: { how: 'raised', exception: { ...exception, ...change } } });
    expect(end).toMatchObject({ how: 'died', status: expect.stringMatching(/^it broke the protocol/) });
  });

  it('has no place outside the code of the block', () => {
    const at = (line: number) => {
      const { end } = read({ end: { how: 'raised', exception: { ...raised('').exception, line, column: 3 } } });
      return end.how === 'raised' ? [end.exception.line, end.exception.column] : end;
    };
    expect([1, 2, 3, 99_999].map(at)).toEqual([
      [1, 3],
      [2, 3],
      [null, null],
      [null, null],
    ]);
  });

  it('is bounded like the output: exceptions and values, alone and together', () => {
    const asked = { code: '', values: [{ expr: 'x', format: '' }] };
    const long = (summary: string, text: string) =>
      readRan({ end: raised(summary), values: [{ text }], figures: [] }, asked, 100).end;
    expect(long('', 'x'.repeat(101))).toEqual({ how: 'flooded', limit: 100, by: 'values' });
    expect(long('x'.repeat(101), '')).toEqual({ how: 'flooded', limit: 100, by: 'exception' });
    expect(long('x'.repeat(60), 'x'.repeat(60))).toEqual({ how: 'flooded', limit: 100, by: 'values' });
    expect(long('x'.repeat(40), 'x'.repeat(40)).how).toBe('raised');
  });

  it('has figures that are plain data and not nested without end', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
    for (const figure of [circle, deep, Number.NaN, new Date(0), () => 1, undefined, 1n]) {
      expect(read({ figures: [figure] }).end.how).toBe('died');
    }
    expect(read({ figures: [{ panels: [{ x: [1, null, 'a', true] }] }] }).figures).toHaveLength(1);
  });
});
