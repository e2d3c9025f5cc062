import type { Interpreter } from '../interpreter/interpreter.ts';

/** The memory of a started interpreter, for the next start; `undefined` if the browser has no room for a copy of it. */
export function takeSnapshot(started: Pick<Interpreter, 'snapshot'>): ArrayBuffer | undefined {
  try {
    return started.snapshot().slice().buffer as ArrayBuffer;
  } catch {
    return undefined;
  }
}
