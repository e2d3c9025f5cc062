import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeBoundedLines } from '../../src/python/bounded-lines.ts';
import { type BlockResult, defaultLimits } from '../../src/python/engine.ts';
import { SessionRecord } from '../../src/python/session-record.ts';
import { cases } from '../depth.ts';
import { anyLine, anyMessage, askedBlock, rightMessage } from './child-messages.ts';

const limits = { ...defaultLimits, outputBytes: 300 };
const blocks = [askedBlock, askedBlock];
const hows = ['returned', 'raised', 'flooded', 'died', 'not run'];

const numbered = fc.oneof(fc.constantFrom<unknown>(0, 0, 0, 1, 1, 2, -1, null, '0'), fc.jsonValue());
const stream = fc.constantFrom<unknown>('stdout', 'stderr', 'stdin', '__proto__', null, 1);
const protocolLine = fc
  .oneof(
    fc.record({ began: numbered }),
    fc.record({ printed: stream, bytes: fc.oneof(fc.base64String(), fc.jsonValue()) }),
    fc.tuple(numbered, fc.oneof(rightMessage, anyMessage)).map(([ended, message]) => ({ ended, ...Object(message) })),
    fc.constantFrom(
      { printed: 'stdout', bytes: 'A'.repeat(600) },
      { ready: true },
      { ended: 0 },
      { ended: null, end: null },
      { printed: 'stdout' },
    ),
  )
  .map((message) => JSON.stringify(message));
/** A block as it should run, into which anything may come. */
const right = (i: number) =>
  rightMessage.map((message) => [JSON.stringify({ began: i }), JSON.stringify({ ended: i, ...message })]);
const lines = fc.oneof(
  fc.array(fc.oneof(protocolLine, anyLine), { maxLength: 8 }),
  fc.array(protocolLine, { minLength: 1, maxLength: 4 }).map((all) => ['{"began":0}', ...all]),
  fc.tuple(right(0), fc.array(fc.oneof(protocolLine, anyLine), { maxLength: 3 }), right(1)).map((all) => all.flat()),
);

async function record(said: readonly string[]): Promise<{ results: readonly BlockResult[]; killed: number }> {
  let killed = 0;
  const one = new SessionRecord({ blocks, limits, kill: () => killed++ });
  for (const line of said) one.receive(line);
  one.died('it went away');
  return { results: await one.finished, killed };
}

const told = async (...said: readonly unknown[]) => {
  const { results, killed } = await record(said.map((message) => JSON.stringify(message)));
  return { first: results[0]?.end, second: results[1]?.end.how, killed };
};
const returned = { end: { how: 'returned' }, values: [{ text: '1' }, { text: '2' }], figures: [] };
const broken = (what: string) => ({ how: 'died', status: `it broke the protocol: ${what}` });

describe('the record of a session', () => {
  it('has a result for every block, for any messages of the process', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(lines, async (said) => {
        const { results } = await record(said);
        for (const { end } of results) seen.add(end.how);
        expect(results).toHaveLength(blocks.length);
        expect(results.every(({ end }) => hows.includes(end.how))).toBe(true);
        // What came after an end by force is not believed.
        const forced = results.findIndex(({ end }) => ['flooded', 'died', 'not run'].includes(end.how));
        if (forced >= 0) expect(results.slice(forced + 1).every(({ end }) => end.how === 'not run')).toBe(true);
      }),
      // Four messages each: in a whole run twenty thousand.
      { numRuns: cases(500, 5000) },
    );
    expect([...seen].sort()).toEqual([...hows].sort());
  });

  it('accepts messages in their order', async () => {
    const both = [{ began: 0 }, { ended: 0, ...returned }, { began: 1 }, { ended: 1, ...returned }];
    expect(await told(...both)).toEqual({ first: { how: 'returned' }, second: 'returned', killed: 0 });
  });

  it.each([
    ['an end that never began', [{ ended: 0, ...returned }], 'a block ended that did not run'],
    ['the end of another block', [{ began: 0 }, { ended: 1, ...returned }], 'a block ended that did not run'],
    ['a block out of its turn', [{ began: 1 }], 'a block began that was not the next'],
    ['a block that begins twice', [{ began: 0 }, { began: 0 }], 'a block began that was not the next'],
    ['output of no block', [{ printed: 'stdout', bytes: '' }], 'something was printed by no block'],
    ['no bytes', [{ began: 0 }, { printed: 'stdout', bytes: null }], 'what was printed is no text'],
    ['another stream', [{ began: 0 }, { printed: 'toString', bytes: '' }], 'what was printed is no text'],
    ['null as an end', [{ began: 0 }, { ended: 0, ...returned, end: null }], '`end` is no object'],
    ['no message', [null], 'a line is no message'],
    ['a list', [[{ began: 0 }]], 'a line is no message'],
    ['no name', [{ hello: 1 }], 'a message has no name that is known'],
  ])('ends what says %s', async (_, said, what) => {
    expect(await told(...said)).toEqual({ first: broken(what), second: 'not run', killed: 1 });
  });

  it('ends a block whose values are larger than the limit of the output', async () => {
    const large = { ...returned, values: [{ text: 'x'.repeat(301) }, { text: '' }] };
    const { first, killed } = await told({ began: 0 }, { ended: 0, ...large });
    expect([first, killed]).toEqual([{ how: 'flooded', limit: 300, by: 'values' }, 1]);
  });
});

describe('the lines of a channel', () => {
  const read = async (pieces: readonly string[], most: number) => {
    const heard: string[] = [];
    const stream = Readable.from(pieces.map((piece) => Buffer.from(piece)));
    const ended = new Promise((resolve) => stream.on('close', resolve));
    takeBoundedLines(stream, {
      take: (line) => heard.push(line),
      tooLong: () => {
        heard.push('TOO LONG');
        stream.destroy();
      },
      most,
    });
    await ended;
    return heard;
  };

  it('are the same however they are cut', async () => {
    const pieces = fc.array(fc.constantFrom('a', 'é', '\n', 'bc\nd', '\n\n'), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(pieces, async (cut) => {
        expect(await read(cut, 100)).toEqual(cut.join('').split('\n').slice(0, -1));
      }),
    );
  });

  it('are not put together beyond the bound, ended or not', async () => {
    expect(await read(['one\n', 'x'.repeat(6), 'x'.repeat(6), 'x'.repeat(6), '\nafter\n'], 10)).toEqual([
      'one',
      'TOO LONG',
    ]);
    expect(await read([`one\n${'x'.repeat(11)}\nafter\n`], 10)).toEqual(['one', 'TOO LONG']);
    expect(await read(['x'.repeat(10), '\n'], 10)).toEqual(['x'.repeat(10)]);
  });
});
