/** A link did not hold code that can be read. */
export class BrokenLinkError extends Error {}

/** The code is too long to be carried by a link. */
export class LongCodeError extends Error {}

/** Characters that the part of an address after `#` may have: what mail programs and messengers let through. */
const longestFragment = 8000;

/** Bytes that a link may unfold to. */
const largestCode = 200_000;

const sign = '#code=';

/**
 * The part of an address that carries `code`: its UTF-8, deflated, in base64 of the kind that addresses allow.
 *
 * @throws {LongCodeError} when it would be longer than links may be
 */
export async function fragmentFor(code: string): Promise<string> {
  const deflated = await through(new CompressionStream('deflate-raw'), new TextEncoder().encode(code), Infinity);
  const text = btoa(Array.from(deflated, (byte) => String.fromCharCode(byte)).join(''));
  const fragment = `${sign}${text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
  if (fragment.length <= longestFragment) return fragment;
  const [has, may] = [fragment.length, longestFragment].map((count) => count.toLocaleString('en'));
  throw new LongCodeError(`The code is too long for a link: it would have ${has} characters, and ${may} is the most.`);
}

/**
 * The code that a fragment carries; `undefined` for a fragment that is no link of ours.
 *
 * @throws {BrokenLinkError} when it is one, and what it carries cannot be read
 */
export async function codeFrom(fragment: string): Promise<string | undefined> {
  if (!fragment.startsWith(sign)) return undefined;
  try {
    const text = atob(fragment.slice(sign.length).replaceAll('-', '+').replaceAll('_', '/'));
    const deflated = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const bytes = await through(new DecompressionStream('deflate-raw'), deflated, largestCode);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new BrokenLinkError('The link is damaged: its code cannot be read.', { cause: error });
  }
}

/** Sends bytes through a stream, and stops reading where it gives more than `most`: a small link can hide a huge text. */
async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.length;
    if (size > most) throw new RangeError(`more than ${most} bytes`);
    parts.push(read.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
