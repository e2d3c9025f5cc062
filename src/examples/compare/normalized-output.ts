/** A text without blanks at the ends of its lines, and without blank lines at its end. */
export function trimmed(text: string): string {
  return text.replace(/(?<![ \t])[ \t]+$/gm, '').trimEnd();
}

/**
 * A text in which equal values are written equally: no address, no path of a module, of a version in an address of the web
 * only the first number, single quotes, one blank after a comma, no line breaks inside of brackets. Blanks that set out an
 * array of numbers stay, and so does the comma of a tuple of one item.
 *
 * A run of blanks is matched from its beginning only: from each of its places, a long one would take hours.
 */
export function normalized(text: string): string {
  return trimmed(text)
    .replace(/(?: object)? at (?:0x[\da-fA-F]*(?:\.{3}|…|x+)?(?=[^<\n]{0,200}>)|\.{3}|…)/g, ' at 0x')
    .replace(/(https?:\/\/[^\s'"<>]{1,200}?\/v?\d+)(?:\.\d+)+(?=\/)/g, '$1')
    .replace(/\(built-in\)|from '[^'\n]*'(?=>)/g, '')
    .replace(/( from '[^'\n]*') \((?:\/[^()\n]*|unknown location)\)$/gm, '$1')
    .replace(/"([^"'\\\n]*)"/g, "'$1'")
    .replace(/([[({])[^\S\n]*\n\s*/g, '$1')
    .replace(/(?<!\s)\s+([\])}])/g, (all, bracket: string) => (all.includes('\n') ? bracket : all))
    .replace(/(?<!\s)\s*,\s*/g, ', ')
    .replace(/(?<!\([^(),]{0,200}), \)/g, ')')
    .replace(/, ([\]}])/g, '$1')
    .replace(/(['\w])\s*:[ \n]*(?=\S)/g, '$1: ')
    .replace(/(\w)\s*=\s*(?=\S)/g, '$1=')
    .replace(/\{ +/g, '{')
    .replace(/(?<! ) +\}/g, '}')
    .replace(/\{'[^{}:]*\}/g, (set) => `{${set.slice(1, -1).split(', ').sort().join(', ')}}`);
}
