/** The heights between which labels may stand, in units of the axis or of the drawing. */
export interface LabelRoom {
  readonly low: number;
  readonly high: number;
  /** The least distance between two labels. */
  readonly apart: number;
  /** A height at which another label stands, which they avoid where there is room. */
  readonly taken: number;
}

/**
 * Labels in the order of their heights, each at its own height or as near above it as it can stand: no two are nearer to
 * each other than `apart`, and none leaves the room, if the room is high enough for all.
 */
export function spreadLabels<T extends { readonly y: number }>(labels: readonly T[], room: LabelRoom): T[] {
  const { low, high, apart } = room;
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  let floor = low;
  return sorted.map((one, i) => {
    const ceiling = high - (sorted.length - 1 - i) * apart;
    const y = Math.min(Math.max(besideTaken(one.y, floor, room), floor), ceiling);
    floor = y + apart;
    return { ...one, y };
  });
}

/** The height itself if it is far enough from the taken one, else the nearest such height above it. */
function besideTaken(y: number, floor: number, { apart, taken }: LabelRoom): number {
  if (Math.abs(y - taken) >= apart) return y;
  return [floor, taken + apart].find((at) => at >= y && Math.abs(at - taken) >= apart) ?? y;
}
