import type { PyodideAPI } from 'pyodide';
import { type FileSystemModule, rememberFiles } from './remember-files.ts';
import { type MemoryExports, rememberMemory, type SavedMemory } from './remember-memory.ts';

/**
 * The state of a sealed interpreter, recorded by the constructor: its memory, and its state in JavaScript. Python reaches
 * JavaScript only through the functions of `open-imports.ts`, and of these only the ones for files have a state.
 */
export class ResettableState {
  readonly #memory: SavedMemory;
  readonly #putFilesBack: () => void;
  #isChanged = false;
  #isBroken = false;

  constructor(pyodide: PyodideAPI, program: MemoryExports) {
    const { _module } = pyodide as unknown as { readonly _module: FileSystemModule };
    this.#memory = rememberMemory(program);
    this.#putFilesBack = rememberFiles(_module);
  }

  /** Calls `act`, which changes the state. If it throws, the state cannot be restored any more. */
  during<Result>(act: () => Result): Result {
    this.#isChanged = true;
    try {
      return act();
    } catch (error) {
      this.#isBroken = true;
      throw error;
    }
  }

  canReset(): boolean {
    return !this.#isBroken && this.#memory.canRestore();
  }

  /** @throws Error unless {@link canReset} */
  reset(): void {
    if (!this.canReset()) throw new Error('The state of this interpreter cannot be restored after its last session.');
    if (!this.#isChanged) return;
    this.#memory.restore();
    this.#putFilesBack();
    this.#isChanged = false;
  }
}
