/** A lesson, and the lessons on which it builds. */
export interface RouteLesson {
  readonly id: string;
  readonly needs: readonly string[];
}

/** A lesson at its place in the map: its row from the top, and its place among the lessons of that row. */
export interface RouteStop {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  /** How many lessons share its row. */
  readonly columns: number;
  /** The lessons that it needs, without those which these need themselves. */
  readonly after: readonly string[];
}

/**
 * Lays out lessons in rows: each below all that it needs. Lessons that need nothing of one another share a row.
 *
 * @param lessons in the order in which they are read
 * @throws Error if a lesson needs one that does not come before it
 */
export function layRoute(lessons: readonly RouteLesson[]): RouteStop[] {
  const rows = new Map<string, number>();
  const all = new Map<string, ReadonlySet<string>>();
  for (const { id, needs } of lessons) {
    const unknown = needs.find((need) => !rows.has(need));
    if (unknown !== undefined) throw new Error(`${id} needs ${unknown}, which is no lesson before it.`);
    rows.set(id, Math.max(-1, ...needs.map((need) => rows.get(need) ?? 0)) + 1);
    all.set(id, new Set(needs.flatMap((need) => [need, ...(all.get(need) ?? [])])));
  }
  return lessons.map(({ id, needs }) => {
    const row = rows.get(id) ?? 0;
    const beside = lessons.filter((other) => rows.get(other.id) === row);
    const column = beside.findIndex((other) => other.id === id);
    const after = needs.filter((need) => !needs.some((other) => all.get(other)?.has(need)));
    return { id, row, column, columns: beside.length, after };
  });
}
