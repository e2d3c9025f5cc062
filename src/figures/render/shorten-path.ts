/** A command of a path with its numbers: `M1,2`, `L3,4`, `Z`, `A…`. */
const command = /([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/gi;
const number = /-?\d*\.?\d+(?:e-?\d+)?/g;
const linesOnly = /^[MLZ\d.,e+-]*$/;

interface Command {
  readonly letter: string;
  /** In whole tenths of a unit: exact, unlike tenths themselves. */
  readonly tenths: readonly number[];
}

/**
 * The same path in fewer characters: coordinates rounded to a tenth of a unit, and lines written as distances from the
 * point before. Distances are taken between rounded points, so that errors do not add up. A path that has anything but
 * straight lines is rounded and otherwise left as it is.
 */
export function shortenPath(d: string): string {
  const commands = [...d.matchAll(command)].map(([, letter = '', rest = '']) => ({
    letter,
    tenths: (rest.match(number) ?? []).map((digits) => Math.round(Number(digits) * 10)),
  }));
  return linesOnly.test(d) ? relative(commands) : commands.map(absolute).join('');
}

function absolute({ letter, tenths }: Command): string {
  return letter + tenths.map(digitsOf).join(',').replaceAll(',-', '-');
}

function relative(commands: readonly Command[]): string {
  let short = '';
  let [x, y, shown] = [0, 0, ''];
  for (const {
    letter,
    tenths: [px = 0, py = 0],
  } of commands) {
    if (letter === 'Z') short += 'Z';
    if (letter === 'M') short += `M${pair(px, py)}`;
    if (letter === 'L') short += beginLine(shown, px - x) + pair(px - x, py - y);
    if (letter !== 'Z') [x, y] = [px, py];
    shown = letter;
  }
  return short;
}

/** One letter serves for all the lines that follow it. */
function beginLine(shown: string, dx: number): string {
  if (shown !== 'L') return 'l';
  return dx < 0 ? '' : ' ';
}

function pair(x: number, y: number): string {
  return `${digitsOf(x)}${y < 0 ? '' : ','}${digitsOf(y)}`;
}

function digitsOf(tenths: number): string {
  return String(tenths === 0 ? 0 : tenths / 10);
}
