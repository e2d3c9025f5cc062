import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OutputBuffer, type OutputBufferOptions } from '../../../src/python/interpreter/output-buffer.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function bufferWith(options: Omit<OutputBufferOptions, 'send'>) {
  const sent: string[] = [];
  const buffer = new OutputBuffer({
    ...options,
    send: (stream, bytes) => sent.push(`${stream} ${new TextDecoder().decode(bytes)}`),
  });
  return { buffer, sent };
}

describe('the output of an interpreter', () => {
  it('is held until there is enough of it, or the block ends', () => {
    const { buffer, sent } = bufferWith({ mostBytes: 3 });
    for (const text of ['a', 'b', 'c']) buffer.write('stdout', bytesOf(text));
    expect(sent).toEqual([]);
    buffer.write('stderr', bytesOf('d'));
    expect(sent).toEqual(['stdout abc', 'stderr d']);
    buffer.write('stdout', bytesOf('e'));
    buffer.flush();
    buffer.flush();
    expect(sent).toEqual(['stdout abc', 'stderr d', 'stdout e']);
  });

  it('is sent at once for a reader who watches, until it comes too fast', () => {
    let time = 1000;
    const { buffer, sent } = bufferWith({ mostBytes: 100, prompt: { pieces: 2, pause: 50, now: () => time } });
    for (const text of ['a', 'b', 'c', 'd']) buffer.write('stdout', bytesOf(text));
    expect(sent).toEqual(['stdout a', 'stdout b']);
    time += 51;
    buffer.write('stdout', bytesOf('e'));
    expect(sent).toEqual(['stdout a', 'stdout b', 'stdout cde']);
  });

  it('comes out whole and in order, and is a copy', () => {
    const piece = fc.record({ stream: fc.constantFrom('stdout' as const, 'stderr' as const), text: fc.string() });
    fc.assert(
      fc.property(fc.array(piece), fc.nat(20), fc.option(fc.nat(3)), (pieces, mostBytes, first) => {
        const prompt = first === null ? {} : { prompt: { pieces: first, pause: 50, now: () => 0 } };
        const out = { stdout: [] as number[], stderr: [] as number[] };
        const buffer = new OutputBuffer({ mostBytes, ...prompt, send: (stream, bytes) => out[stream].push(...bytes) });
        for (const { stream, text } of pieces) {
          const bytes = bytesOf(text);
          buffer.write(stream, bytes);
          bytes.fill(0);
        }
        buffer.flush();
        for (const stream of ['stdout', 'stderr'] as const) {
          const text = pieces.filter((one) => one.stream === stream).map((one) => one.text);
          expect(out[stream]).toEqual([...bytesOf(text.join(''))]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
