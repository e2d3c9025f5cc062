/** Numbers from 0 to 1 by a generator of Lehmer's kind: the same moments at every run. */
export function* moments(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48271) % 2147483647;
    yield state / 2147483647;
  }
}
