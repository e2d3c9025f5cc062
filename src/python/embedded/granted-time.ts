import { readFileSync } from 'node:fs';
import { type Clock, systemClock } from '../clock.ts';

/** Milliseconds for which a process has waited for a processor; 0 where the system does not tell. */
export type ReadWait = () => number;

/**
 * A clock that stands still while a process is ready to run and other programs have the processors. A time limit by this
 * clock is reached by what the process does, or by what it waits for, and not by how busy the machine is.
 */
export function grantedTime(readWait: ReadWait, clock: Clock = systemClock): Clock {
  const now = () => clock.now() - readWait();
  return {
    now,
    after(milliseconds, act) {
      const end = now() + milliseconds;
      let cancel = clock.after(milliseconds, look);
      function look() {
        const left = end - now();
        if (left > 0) cancel = clock.after(Math.ceil(left), look);
        else act();
      }
      return () => cancel();
    },
  };
}

/**
 * Reads the wait of the main thread of a process on Linux, which `/proc/<pid>/schedstat` has in nanoseconds as its second
 * number; on other systems, and once the process has ended, the wait stays what it was.
 */
export function waitOf(pid: number | undefined): ReadWait {
  let last = 0;
  return () => {
    try {
      const nanoseconds = Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]);
      if (nanoseconds / 1e6 > last) last = nanoseconds / 1e6;
    } catch {
      // Another system, or no such process any more.
    }
    return last;
  };
}
