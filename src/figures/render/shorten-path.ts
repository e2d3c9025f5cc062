/** A command of a path with its numbers: `M1,2`, `L3,4`, `Z`, `A…`. */
const command = /([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/gi;
const number = /-?\d*\.?\d+(?:e-?\d+)?/g;
const linesOnly = /^[MLZ\d.,e+-]*$/;

interface Command {
  readonly letter: string;
  /** In tenths of a unit. Once they are rounded, they are whole numbers, and exact, unlike tenths themselves. */
  readonly tenths: readonly number[];
}

/**
 * The same path in fewer characters: coordinates rounded to a tenth of a unit, points left out that are on the line through
 * their neighbors, and lines written as distances from the point before. Distances are taken between rounded points, so
 * that errors do not add up. A path that has anything but straight lines is rounded and otherwise left as it is.
 */
export function shortenPath(d: string): string {
  const commands = [...d.matchAll(command)].map(([, letter = '', rest = '']) => ({
    letter,
    tenths: (rest.match(number) ?? []).map((digits) => Number(digits) * 10),
  }));
  return linesOnly.test(d)
    ? relative(withoutNeedless(commands).map(rounded))
    : commands.map((one) => absolute(rounded(one))).join('');
}

/** Tenths of a unit by which a line may miss a point that is left out: as much as the rounding. */
const tolerance = 0.7;

/** Leaves out the points of each run of lines without which the run is the same to within the tolerance. */
function withoutNeedless(commands: readonly Command[]): Command[] {
  const kept: Command[] = [];
  let run: Command[] = [];
  const end = () => {
    kept.push(...thinned(run));
    run = [];
  };
  for (const command of commands) {
    if (command.letter !== 'L') end();
    if (command.letter === 'Z') kept.push(command);
    else run.push(command);
  }
  end();
  return kept;
}

/** The algorithm of Ramer, Douglas and Peucker: a point is kept if it is the farthest from the line between two that are. */
function thinned(run: readonly Command[]): Command[] {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last || run.length < 3) return [...run];
  const distances = run.map((point) => distance(point, first, last));
  const farthest = distances.indexOf(Math.max(...distances));
  if ((distances[farthest] ?? 0) <= tolerance) return [first, last];
  return [...thinned(run.slice(0, farthest + 1)).slice(0, -1), ...thinned(run.slice(farthest))];
}

/** From a point to the line between two others. */
function distance({ tenths: [x = 0, y = 0] }: Command, { tenths: [ax = 0, ay = 0] }: Command, end: Command): number {
  const [bx = 0, by = 0] = end.tenths;
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

function rounded({ letter, tenths }: Command): Command {
  return { letter, tenths: tenths.map(Math.round) };
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
