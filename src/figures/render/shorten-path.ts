/** A command of a path with its numbers: `M1,2`, `L3,4`, `Z`, `A…`. */
const command = /([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/gi;
const number = /-?\d*\.?\d+(?:e-?\d+)?/g;

/**
 * The same path in fewer characters: coordinates rounded to a tenth of a unit, and lines written as distances from the
 * point before. Distances are taken between rounded points, so that errors do not add up. A path that has anything but
 * straight lines is rounded and otherwise left as it is.
 */
export function shortenPath(d: string): string {
  return linesOnly.test(d) ? shortenLines(d) : [...d.matchAll(command)].map(rounded).join('');
}

const linesOnly = /^[MLZ\d.,e+-]*$/;
const part = /[MLZ]|-?\d*\.?\d+(?:e-?\d+)?/g;

/** Lines are most of what is drawn in every frame of a picture that moves, so nothing is made of them but the text. */
function shortenLines(d: string): string {
  let short = '';
  let [x, y] = [0, 0];
  let [letter, shown] = ['', ''];
  let across: number | undefined;
  for (const [text] of d.matchAll(part)) {
    if (text >= 'A') {
      letter = text;
      if (text !== 'Z') continue;
      short += 'Z';
      shown = 'Z';
    } else if (across === undefined) across = tenths(text);
    else {
      const [px, py] = [across, tenths(text)];
      const [dx, dy] = letter === 'L' ? [px - x, py - y] : [px, py];
      // One letter serves for all the lines that follow it.
      const begins = letter === 'L' ? (shown === 'l' ? (dx < 0 ? '' : ' ') : 'l') : 'M';
      short += begins + ofTenths(dx) + (dy < 0 ? '' : ',') + ofTenths(dy);
      [x, y, across] = [px, py, undefined];
      shown = letter === 'L' ? 'l' : 'M';
    }
  }
  return short;
}

function rounded([, letter = '', rest = '']: RegExpMatchArray): string {
  const numbers = (rest.match(number) ?? []).map((digits) => ofTenths(tenths(digits)));
  return letter + numbers.join(',').replaceAll(',-', '-');
}

/** A number in whole tenths: exact, unlike tenths themselves. */
function tenths(digits: string): number {
  return Math.round(Number(digits) * 10);
}

function ofTenths(n: number): string {
  return String(n === 0 ? 0 : n / 10);
}
