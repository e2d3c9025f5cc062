/** The oldest Node with which the package of the verifier runs. */
export const leastNode = '22.18.0';

/** The message for a Node, by its version and path, that is too old. */
export function nodeIsTooOld(version: string, path: string): string | undefined {
  const [wanted, has] = [leastNode, version].map((text) => text.split('.').map(Number));
  const first = [0, 1, 2].map((i) => (has?.[i] ?? 0) - (wanted?.[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
  if (first >= 0) return undefined;
  return `This is Node ${version} (${path}), which is too old. Run it with Node ${leastNode} or a newer one.`;
}
