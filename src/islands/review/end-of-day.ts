/** The last millisecond of the day, where the reader is, in milliseconds since 1970. */
export function endOfDay(now: number): number {
  return new Date(now).setHours(23, 59, 59, 999);
}
