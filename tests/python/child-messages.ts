import fc from 'fast-check';
import type { BlockRequest } from '../../src/python/engine.ts';

/** What a process that runs a block may say, as it should and as it should not: for the tests of every host. */

/** A block to which a message of {@link rightMessage} is an answer. */
export const askedBlock: BlockRequest = {
  code: 'x = 1\ny = 2\nprint(x / 0)',
  values: [
    { expr: 'x', format: '' },
    { expr: 'y', format: '.2f' },
  ],
};

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'nan', '\ud800', '\u0000', 'é'.repeat(50)));
const value = fc.oneof(fc.record({ text }), fc.record({ error: text }));

const place = fc.oneof(
  fc.constant({ line: null, column: null }),
  fc.record({ line: fc.integer({ min: 1, max: 4 }), column: fc.option(fc.nat(200)) }),
);
const told = fc.record(
  {
    types: fc.array(text, { minLength: 1, maxLength: 6 }),
    summary: text,
    traceback: text,
    exitStatus: fc.nat(255),
  },
  { requiredKeys: ['types', 'summary', 'traceback'] },
);
const exception = fc.tuple(told, place).map((parts) => Object.assign({}, ...parts));

const end = fc.oneof(
  fc.constant({ how: 'returned' }),
  fc.record({ how: fc.constant('raised'), exception }),
  fc.record({ how: fc.constant('died'), status: text }),
);

/** What an interpreter says of {@link askedBlock}. */
export const rightMessage = fc.record({
  end,
  values: fc.tuple(value, value),
  figures: fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 3 }),
});

const strange = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(null, [], {}, '', 0, -1, 1.5, 1e308, 2 ** 53, true, 'x'.repeat(5000), { length: 3 }),
  fc.constantFrom('returned', 'raised', 'timed out', 'flooded', 'not run', 'stopped', 'toString', '__proto__'),
  fc.constantFrom(3, 40, 1200).map(nested),
);

/** Right but for one place, at any depth, where something is taken away, put in or replaced. */
const nearlyRight = fc
  .tuple(rightMessage, fc.array(fc.nat(50), { maxLength: 4 }), fc.constantFrom('remove', 'replace', 'add'), strange)
  .map(([message, path, change, other]) => changed(structuredClone(message), path, change, other));

/** Anything that can be written as JSON; often nearly what it should be. */
export const anyMessage: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: nearlyRight },
  { weight: 1, arbitrary: rightMessage },
  { weight: 1, arbitrary: strange },
);

/** A line as it may come out of a channel: a message, part of one, two at once, or something else altogether. */
export const anyLine: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: anyMessage.map((message) => JSON.stringify(message)) },
  {
    weight: 1,
    arbitrary: fc.tuple(anyMessage, fc.nat(300)).map(([one, length]) => JSON.stringify(one).slice(0, length)),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(anyMessage, anyMessage).map((two) => two.map((one) => JSON.stringify(one)).join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }).map((line) => line.replaceAll('\n', ' ')) },
  fc.constantFrom('', ' ', 'null', 'NaN', '-0', '"', '{', '[]', '{"end":null}', '{"__proto__":{"end":1}}'),
  fc.constantFrom('[', '{"end":').chain((open) => fc.constantFrom(1, 40, 3000).map((n) => open.repeat(n))),
);

function nested(levels: number): unknown {
  let inner: unknown = 0;
  for (let i = 0; i < levels; i++) inner = i % 2 ? [inner] : { end: inner };
  return inner;
}

type Container = Record<string, unknown>;

function changed(message: unknown, path: readonly number[], change: string, other: unknown): unknown {
  const [step = 0, ...rest] = path;
  if (typeof message !== 'object' || message === null) return other;
  const container = message as Container;
  const keys = Object.keys(container);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined || change === 'add')
    return Array.isArray(message) ? [...message, other] : { ...message, end: other };
  if (rest.length > 0) container[key] = changed(container[key], rest, change, other);
  else if (change === 'replace') container[key] = other;
  else if (Array.isArray(message)) message.splice(Number(key), 1);
  else delete container[key];
  return message;
}
