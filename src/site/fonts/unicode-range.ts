/** The code points of a `unicode-range`: `U+41-43, U+3??` → 0x41, 0x42, 0x43, 0x300, … */
export function readUnicodeRange(range: string): (code: number) => boolean {
  const spans = range.split(',').map((span) => {
    const [, from = '', to] = /^\s*u\+([0-9a-f?]+)(?:-([0-9a-f]+))?\s*$/i.exec(span) ?? [];
    if (from === '') throw new Error(`\`${span}\` is no span of a unicode-range.`);
    const [low, high] = [from.replaceAll('?', '0'), to ?? from.replaceAll('?', 'f')];
    return [Number.parseInt(low, 16), Number.parseInt(high, 16)] as const;
  });
  return (code) => spans.some(([low, high]) => low <= code && code <= high);
}

/**
 * Code points as a `unicode-range`: 0x41, 0x42, 0x43, 0x61 → `U+41-43,U+61`. A span goes on over code points in between
 * that do not matter: by default there are none.
 */
export function writeUnicodeRange(
  characters: Iterable<number>,
  matters: (code: number) => boolean = () => true,
): string {
  const spans: [number, number][] = [];
  for (const code of [...characters].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && !someBetween(last[1], code, matters)) last[1] = code;
    else spans.push([code, code]);
  }
  const hex = (code: number) => code.toString(16).toUpperCase();
  return spans.map(([low, high]) => `U+${hex(low)}${high > low ? `-${hex(high)}` : ''}`).join(',');
}

function someBetween(low: number, high: number, matters: (code: number) => boolean): boolean {
  for (let code = low + 1; code < high; code++) if (matters(code)) return true;
  return false;
}
