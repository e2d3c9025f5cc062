import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockResultFrom, readNativeServerMessage } from '../../src/python/native/native-server-message.ts';
import { cases } from '../depth.ts';
import { anyLine, anyMessage, askedBlock } from './child-messages.ts';
import { machinePythons } from './machine-pythons.ts';

const [python] = machinePythons;
if (!python) throw new Error('No Python was found. `npm test` sets one up.');
const executable = python.executable;

const ends = ['returned', 'raised', 'timed out', 'flooded', 'died'];

/** In a whole run 20,000. */
const count = cases(2_000, 20_000);

describe('messages', () => {
  it('of any kind in the output of the server are read or refused', () => {
    const serversEnd = fc.oneof(
      fc.record({ how: fc.constant('timed out'), after: fc.nat() }),
      fc.record({ how: fc.constant('flooded'), limit: fc.nat() }),
      fc.record({ how: fc.constantFrom('died', 'returned', 'not run'), status: fc.string() }),
    );
    const ran = fc.oneof(
      fc.record({ fact: fc.constantFrom('returned', 'raised', 'died'), threads: fc.nat(), told: anyLine }),
      fc.record({ end: fc.oneof(serversEnd, anyMessage) }),
      anyMessage,
    );
    const report = fc.record({
      id: fc.nat(),
      ran,
      stdout: fc.base64String(),
      stderr: fc.string(),
      seconds: fc.double(),
    });
    const line = fc.oneof(
      anyLine,
      report.map((one) => JSON.stringify(one)),
    );
    const seen = new Set<string>();
    fc.assert(
      fc.property(line, (text) => {
        const message = readNativeServerMessage(text);
        if (!message || !('ran' in message)) return;
        const { end } = blockResultFrom(message, askedBlock, 1000);
        seen.add(end.how);
        expect(ends).toContain(end.how);
      }),
      { numRuns: count },
    );
    expect([...seen].sort()).toEqual([...ends].sort());
  });

  it('of any kind on the channel of a session end that session or are passed on, and the server goes on', async () => {
    const sent = fc.sample(
      fc.tuple(anyLine, fc.constantFrom('own', 'own', 'other', 'none'), fc.constantFrom(1 << 16, 1000, 97)),
      count,
    );
    const script = fileURLToPath(new URL('./fuzz_native_session.py', import.meta.url));
    const answers = await runPython(script, sent.map((one) => `${JSON.stringify(one)}\n`).join(''));
    expect(answers.length).toBe(sent.length);
    const wrong = answers.filter((answer, i) => !isRight(JSON.parse(answer), sent[i]?.[1] ?? ''));
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});

type Ran = { readonly end?: { readonly how: string; readonly status?: string }; readonly fact?: string };

/** With the token the line is passed on, unread; without it, or with more after it, the session has broken off. */
function isRight(reports: readonly Ran[], how: string): boolean {
  const [first, ...rest] = reports;
  const broke = (report: Ran | undefined) => report?.end?.status?.startsWith('it broke the protocol') === true;
  if (how !== 'own') return broke(first) && rest.length === 0;
  return (first?.fact === 'raised' || broke(first)) && rest.length <= 1 && rest.every(broke);
}

function runPython(script: string, input: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = execFile(executable, ['-B', script], { maxBuffer: 1 << 30 }, (error, stdout) => {
      if (error) reject(error);
      else resolve(stdout.trimEnd().split('\n'));
    });
    child.stdin?.end(input);
  });
}
