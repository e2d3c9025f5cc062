/** About how wide a text is in the site's own font, in units of its size: digits and most letters are half as wide as high. */
const letterWidth = 0.5;

/** About how wide the widest line of a text is. */
export function textWidth(text: string, size: number): number {
  return letterWidth * size * Math.max(...text.split('\n').map((line) => [...line].length));
}

/** How high a text is, at 1.2 times its size a line. */
export function textHeight(text: string, size: number): number {
  return 1.2 * size * text.split('\n').length;
}

/** The text with line breaks between words where it would be wider than `width`. */
export function wrapText(text: string, size: number, width: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, Math.floor(width / (letterWidth * size))))
    .join('\n');
}

function wrapLine(line: string, most: number): string {
  if ([...line].length <= most) return line;
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && [...last, ...word].length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
