import { parseHTML } from 'linkedom';
import { expect, it, vi } from 'vitest';
import type { Cell } from '../../../src/islands/cell/cell.ts';

const run = vi.fn(async () => []);
vi.mock('../../../src/islands/cell/page-python.ts', () => ({
  pagePython: async () => ({ run, watch: () => () => {}, cancel: () => {} }),
}));
vi.mock('../../../src/islands/cell/run-cell.ts', () => ({ turns: { take: async () => true, leave: () => {} } }));

it('runs a program after the solutions of earlier exercises, and not after the reader’s answers', async () => {
  const { document } = parseHTML('<python-cell></python-cell><python-cell></python-cell><python-cell></python-cell>');
  vi.stubGlobal('document', document);
  const [first, , third] = [...document.querySelectorAll('python-cell')].map((element, i) =>
    Object.assign(element as unknown as Cell, {
      exampleId: `cell-${i}`,
      session: i === 1 ? 'another' : 'project',
      code: 'reader = "wrong"',
    }),
  );
  first?.setAttribute(
    'data-lines',
    JSON.stringify({
      lines: [
        { code: 'if True:', level: 0 },
        { code: 'a = 1', level: 1 },
      ],
      wrong: [],
      given: 'b = 2\n',
    }),
  );
  const { checkProgram } = await import('../../../src/islands/exercise/check-program.ts');
  await checkProgram(third as Cell, 'c = a + b\n', 'assert c == 3');
  expect(run).toHaveBeenCalledWith({
    session: 'project',
    blocks: [
      { id: 'cell-0', code: 'if True:\n    a = 1\nb = 2\n' },
      { id: 'cell-2', code: 'c = a + b\n', check: 'assert c == 3' },
    ],
  });
});
