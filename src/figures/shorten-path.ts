/** A command of a path with its numbers: `M1,2`, `L3,4`, `Z`, `A…`. */
const command = /([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/gi;
const number = /-?\d*\.?\d+(?:e-?\d+)?/g;

/**
 * The same path in fewer characters: coordinates rounded to a tenth of a unit, and lines written as distances from the
 * point before. Distances are taken between rounded points, so that errors do not add up. A path that has anything but
 * straight lines is rounded and otherwise left as it is.
 */
export function shortenPath(d: string): string {
  const commands = [...d.matchAll(command)].map(([, letter = '', rest = '']) => ({ letter, numbers: tenths(rest) }));
  if (!commands.every(({ letter }) => 'MLZ'.includes(letter))) return commands.map(write).join('');
  let [x, y] = [0, 0];
  let before = '';
  return commands
    .map(({ letter, numbers: [px = x, py = y] }) => {
      const moved = letter === 'L' ? [px - x, py - y] : letter === 'M' ? [px, py] : [];
      const shown = letter === 'L' ? 'l' : letter;
      const text = write({ letter: shown === before && shown === 'l' ? ' ' : shown, numbers: moved });
      [x, y, before] = [px, py, shown];
      return text;
    })
    .join('')
    .replaceAll(' -', '-');
}

/** The numbers in a text, in whole tenths: exact, unlike tenths themselves. */
function tenths(text: string): number[] {
  return (text.match(number) ?? []).map((digits) => Math.round(Number(digits) * 10));
}

function write({ letter, numbers }: { letter: string; numbers: readonly number[] }): string {
  return (
    letter +
    numbers
      .map((n) => String(n === 0 ? 0 : n / 10))
      .join(',')
      .replaceAll(',-', '-')
  );
}
