/** The clock of a host; tests pass their own. */
export interface Clock {
  /** Milliseconds since some fixed moment; never decreases. */
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
