/**
 * Objectives, by the address of their lesson, for which no explorable lets the reader handle anything yet. One that has an
 * explorable fails the verification until it is taken out, so the list can only become shorter.
 */
export const objectivesWithoutHandle: Readonly<Record<string, readonly string[]>> = {
  refresher: ['python-idioms'],
};
