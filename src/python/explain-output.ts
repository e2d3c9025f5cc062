/** A sentence. */
export function explainOutput(_stdout: string, _stderr: string): string | undefined {
  return undefined;
}
