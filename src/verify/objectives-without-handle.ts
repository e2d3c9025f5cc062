/**
 * Objectives, by the address of their lesson, for which no explorable lets the reader handle anything yet. One that has an
 * explorable fails the verification until it is taken out, so the list can only become shorter.
 *
 * To read Python is practised on Python: its cells are there to be changed and run, and a slider that moves the ends of a
 * slice would show less than the slice that one types.
 */
export const objectivesWithoutHandle: Readonly<Record<string, readonly string[]>> = {
  refresher: ['python-idioms'],
};
