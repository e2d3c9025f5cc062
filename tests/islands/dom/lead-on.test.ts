import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { leadOn } from '../../../src/islands/dom/lead-on.ts';

const page = parseHTML(`<main><h2 id="here">Here</h2>
  <p class="moved-part" id="old"><a href="https://guide.example/new/#place">New</a></p></main>`).document;

/** The address to which an address leads on, if any. */
function ledTo(address: string): string | undefined {
  let to: string | undefined;
  const { hash, search } = new URL(address);
  leadOn(page, { hash, search, replace: (url: URL) => (to = String(url)) } as unknown as Location);
  return to;
}

describe('an old address', () => {
  it('leads on to where the part is now, with its query', () => {
    expect(ledTo('https://guide.example/#old')).toBe('https://guide.example/new/#place');
    expect(ledTo('https://guide.example/?rate=0.1#old')).toBe('https://guide.example/new/?rate=0.1#place');
  });

  it('is left alone where the part is still there, or unknown, or none is named', () => {
    expect(['#here', '#nowhere', '', '#%E0%A4%A'].map((hash) => ledTo(`https://guide.example/${hash}`))).toEqual(
      Array(4).fill(undefined),
    );
  });
});
