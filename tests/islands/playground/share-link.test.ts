import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrokenLinkError, codeFrom, fragmentFor, LongCodeError } from '../../../src/islands/playground/share-link.ts';

describe('a share link', () => {
  it('carries any code and gives it back, in characters that need no escape in an address', async () => {
    const code = fc.string({ unit: 'grapheme', maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(code, async (text) => {
        const fragment = await fragmentFor(text);
        expect(fragment).toMatch(/^#code=[\w-]*$/);
        expect(await codeFrom(fragment)).toBe(text);
      }),
    );
  });

  it('is no longer than links may be', async () => {
    const long = Array.from({ length: 4000 }, (_, i) => `x${i} = ${(i * 2654435761) % 4294967296}`).join('\n');
    await expect(fragmentFor(long)).rejects.toThrow(LongCodeError);
    await expect(fragmentFor(long)).rejects.toThrow(/would have \d+,\d{3} characters, and 8,000 is the most/);
  });

  it('ignores fragments that are not its own', async () => {
    expect(await codeFrom('')).toBeUndefined();
    expect(await codeFrom('#main')).toBeUndefined();
  });

  it('is reported as damaged, wherever the damage is', async () => {
    const whole = await fragmentFor('for i in range(3):\n    print(i, "é")\n');
    const cut = [whole.slice(0, -4), whole.slice(0, 10), '#code=', '#code=!', '#code=AAAA', `${whole}AAAA`];
    for (const fragment of cut) await expect(codeFrom(fragment), fragment).rejects.toThrow(BrokenLinkError);
  });

  it('does not unfold without end', async () => {
    const bomb = new Blob(['x'.repeat(5_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = Buffer.from(await new Response(bomb).arrayBuffer());
    expect(bytes.length).toBeLessThan(6000);
    await expect(codeFrom(`#code=${bytes.toString('base64url')}`)).rejects.toThrow(BrokenLinkError);
  });
});
