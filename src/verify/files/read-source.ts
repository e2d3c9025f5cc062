import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { byteOrderMark, withoutByteOrderMark } from '../../core/source-text.ts';

/** A file's text, or the reason why it cannot be read. */
export type Source =
  | {
      /** Without a byte order mark. */
      readonly text: string;
      /** The byte order mark before the text, or the empty string. */
      readonly mark: string;
    }
  | { readonly diagnostic: Diagnostic };

/** Reads a file that must be UTF-8. No encoding is guessed: a file that is not read exactly cannot be written back. */
export function readSource(path: string, file: string): Source {
  try {
    return decodeSource(readFileSync(path), file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const place = { file, line: 1, column: 1 };
    const message = `The file cannot be read (${error.code}).`;
    return {
      diagnostic: {
        rule: 'file/unreadable',
        place,
        message,
        hint: 'Make sure that it is a file and that you may read it.',
      },
    };
  }
}

/** Decodes bytes strictly as UTF-8. The diagnostic names UTF-16 and binary files, else the place of the first bad byte. */
export function decodeSource(bytes: Uint8Array, file: string): Source {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) {
    const hint = `Save it as UTF-8: \`iconv -f ${wide} -t UTF-8 FILE > NEW\`.`;
    const message = `The file is ${wide}, not UTF-8.`;
    return { diagnostic: { rule: 'encoding/utf-16', place: { file, line: 1, column: 1 }, message, hint } };
  }
  const bad = firstBadByte(bytes);
  if (bad !== undefined) {
    const byte = (bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    const message =
      bytes[bad] === 0
        ? 'The file contains a NUL byte: it is binary, not text.'
        : `The byte 0x${byte} is not UTF-8: the file has another encoding, or is binary.`;
    const hint =
      'Save it as UTF-8, for instance, if it is Latin-1, with `iconv -f ISO-8859-1 -t UTF-8 FILE > NEW`. Nothing of it was read or written.';
    return { diagnostic: { rule: 'encoding/not-utf-8', place: placeOf(bytes, bad, file), message, hint } };
  }
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  return { text: withoutByteOrderMark(text), mark: text.startsWith(byteOrderMark) ? byteOrderMark : '' };
}

/** Detects UTF-16 and UTF-32, by their mark or, without one, by the zeros between letters of the first thousand bytes. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [a = -1, b = -1, c = -1, d = -1] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32LE' : 'UTF-16LE';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32BE';
  if (a === 0xfe && b === 0xff) return 'UTF-16BE';
  const head = bytes.subarray(0, 1000);
  const zeros = (parity: number) => head.filter((byte, i) => byte === 0 && i % 2 === parity).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (head.length < 4 || (even > 0 && odd > 0)) return undefined;
  if (odd > head.length * 0.3) return 'UTF-16LE';
  return even > head.length * 0.3 ? 'UTF-16BE' : undefined;
}

/** The offset of the first byte that is not valid UTF-8. */
function firstBadByte(bytes: Uint8Array): number | undefined {
  const zero = bytes.indexOf(0);
  if (isUtf8(bytes)) return zero < 0 ? undefined : zero;
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const again = new TextEncoder().encode(lenient);
  let at = 0;
  while (again[at] === bytes[at]) at += 1;
  // The replacement character may share its first bytes with the bad sequence: go back to the start of the sequence.
  while (((again[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return zero < 0 ? at : Math.min(at, zero);
}

function placeOf(bytes: Uint8Array, offset: number, file: string): Diagnostic['place'] {
  const before = withoutByteOrderMark(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, offset)));
  const lines = before.split(/\r\n|\n|\r/);
  return { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
