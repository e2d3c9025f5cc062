/** Numbers in [0, 1) that are the same on every run: Marsaglia's xorshift of 32 bits (2003), for tests only. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
