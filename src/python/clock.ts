/** Time as a host needs it; tests pass a clock of their own. */
export interface Clock {
  /** Milliseconds from any fixed moment on; never goes back. */
  now(): number;
  /** Calls `act` once after some milliseconds, unless the returned function is called before. */
  after(milliseconds: number, act: () => void): () => void;
}

/** The clock of the browser or of Node. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};
