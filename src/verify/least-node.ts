/** The oldest Node with which the package of the verifier runs. */
export const leastNode = '22.18.0';

/** Why a version of Node is too old and what to do, or nothing when it is not. */
export function nodeIsTooOld(version: string): string | undefined {
  const [wanted, has] = [leastNode, version].map((text) => text.split('.').map(Number));
  const first = [0, 1, 2].map((i) => (has?.[i] ?? 0) - (wanted?.[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
  if (first >= 0) return undefined;
  return `Node ${version} is too old: Node ${leastNode} or a newer one is needed, and must be the first \`node\` of the PATH.`;
}
