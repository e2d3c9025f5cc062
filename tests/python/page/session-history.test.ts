import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PageBlock, PageBlockResult } from '../../../src/python/page/python-client.ts';
import { SessionHistory } from '../../../src/python/page/session-history.ts';

const step = fc.record({
  does: fc.constantFrom('run', 'run', 'run', 'edit', 'edit', 'stop'),
  session: fc.constantFrom('a', 'b'),
  block: fc.nat({ max: 2 }),
  code: fc.constantFrom('x', 'y', 'z'),
});

it('whatever is edited, run and stopped, a run’s last block prints what a script of all its blocks prints', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let history = new SessionHistory();
      const codes: Record<string, string[]> = { a: ['x', 'x', 'x'], b: ['x', 'x', 'x'] };
      // What has been run in each namespace, in order: all that a block's output depends on.
      const namespaces = new Map<string, string>();
      for (const { does, session, block, code } of steps) {
        const own = codes[session] ?? [];
        if (does === 'edit') own[block] = code;
        if (does === 'stop') {
          history = new SessionHistory();
          namespaces.clear();
        }
        if (does !== 'run') continue;
        const blocks = own.slice(0, block + 1).map((text, i) => ({ id: `block ${i}`, code: text }));
        expect(runIn(history, namespaces, session, blocks).at(-1)?.stdout).toBe(own.slice(0, block + 1).join(''));
      }
    }),
    { numRuns: 300 },
  );
});

/** As the page's Python does it: what is kept is not run again, and the rest runs where the plan says. */
function runIn(
  history: SessionHistory,
  namespaces: Map<string, string>,
  session: string,
  blocks: readonly PageBlock[],
): PageBlockResult[] {
  const { fresh, kept } = history.plan(session, blocks);
  // A session that begins anew begins with nothing, and the others are gone.
  if (fresh) namespaces.clear();
  const results = [...kept];
  for (const { id, code } of blocks.slice(kept.length)) {
    const stdout = (namespaces.get(session) ?? '') + code;
    namespaces.set(session, stdout);
    const result = { id, end: { how: 'returned' }, stdout, stderr: '', figures: [], seconds: 0, kept: false } as const;
    history.add(code, result);
    results.push(result);
  }
  return results;
}
