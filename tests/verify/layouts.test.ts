import fc from 'fast-check';
import { expect, it } from 'vitest';
import '../property-seed.ts';
import { at } from '../../src/core/at.ts';
import { judgeExample } from '../../src/verify/judge/judge.ts';
import { readLesson } from '../../src/verify/read/read-lesson.ts';
import { applyEdits, outputEdits } from '../../src/verify/update/splice.ts';

/** The marker of a container, and what comes before its later lines. */
const containers = { list: ['- ', '  '], numbered: ['1. ', '   '], quote: ['> ', '> '] } as const;

const layout = fc.record({
  inside: fc.array(fc.constantFrom('list', 'numbered', 'quote'), { maxLength: 3 }),
  indent: fc.integer({ min: 0, max: 3 }),
  fence: fc.tuple(fc.constantFrom('`', '~'), fc.integer({ min: 3, max: 6 })).map(([one, times]) => one.repeat(times)),
  info: fc.constantFrom('python', 'py', 'Python', 'python title="a.py" {1,3-5}', '{ .python .annotate }'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  head: fc.constantFrom('', '---\ntitle: "```"\n---\n\n', '# Words\n\n', '<!-- ~~~ -->\n\n', '\n\n\n'),
  twin: fc.boolean(),
  isEnded: fc.boolean(),
  output: fc.array(fc.stringMatching(/^[a-z][a-z ]{0,8}[a-z]$/), { minLength: 1, maxLength: 4 }),
  pick: fc.nat(),
});

type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

/** The block of an example with its output, in its containers. */
function block({ inside, indent, fence, info, output }: Layout): string[] {
  const first = inside.map((one) => containers[one][0]).join('') + ' '.repeat(indent);
  const rest = inside.map((one) => containers[one][1]).join('') + ' '.repeat(indent);
  const later = [fence, '', `${fence}output`, ...output, fence].map((line) => (rest + line).trimEnd());
  return [`${first}${fence}${info}`, `${rest}print(1)`, ...later];
}

/** The document, the line of its last output, and the column in which that begins, from 0. */
function documentOf(one: Layout) {
  const own = block(one);
  const before = one.twin ? [...own, '', 'Words between two twins.', ''] : [];
  const lines = [...one.head.split('\n').slice(0, -1), ...before, ...own];
  const text = lines.join(one.lineEnd) + (one.isEnded ? one.lineEnd : '');
  const width = one.inside.reduce((sum, name) => sum + containers[name][0].length, one.indent);
  return { text, line: lines.length - one.output.length, column: width };
}

function change(output: readonly string[], pick: number) {
  const row = pick % output.length;
  const line = at(output, row);
  const column = pick % line.length;
  const changed = `${line.slice(0, column)}X${line.slice(column + 1)}`;
  return { row, column, text: output.map((one, i) => `${i === row ? changed : one}\n`).join('') };
}

const result = (text: string) => ({
  end: { how: 'returned' } as const,
  stdout: Buffer.from(text).toString('base64'),
  stderr: '',
  values: [],
  figures: [],
  seconds: 0,
});

it('has the exact place of a difference, and the update has only its bytes, in 500 layouts', () => {
  fc.assert(
    fc.property(layout, (one) => {
      const { text, line, column } = documentOf(one);
      const { examples, orphans, diagnostics } = readLesson('guide.md', text).extracted;
      expect([examples.length, orphans, diagnostics]).toEqual([one.twin ? 2 : 1, [], []]);
      const example = at(examples, examples.length - 1);
      const changed = change(one.output, one.pick);
      const { verdict, finding } = judgeExample(example, result(changed.text));
      expect(verdict).toBe('stale');
      const place = { file: 'guide.md', line: line + changed.row, column: column + changed.column + 1 };
      expect(finding?.place).toEqual(place);
      if (!example.output) throw new Error('The example has no output.');
      const updated = applyEdits(text, outputEdits(example.output, changed.text, text));
      const wanted = text.split(one.lineEnd);
      const own = at(wanted, place.line - 1);
      wanted[place.line - 1] = `${own.slice(0, place.column - 1)}X${own.slice(place.column)}`;
      expect(updated).toBe(wanted.join(one.lineEnd));
    }),
    { numRuns: 500 },
  );
});
