/** A command that checks the code without running it. */
export type CodeCheck = readonly [name: string, command: string, args: readonly string[]];

/** The checks that `npm run check` and `npm test` have in common. */
export const codeChecks: readonly CodeCheck[] = [
  ['lint', 'biome', ['ci', '--error-on-warnings', '--colors=off']],
  ['types', 'node', ['scripts/check-types.ts']],
];
