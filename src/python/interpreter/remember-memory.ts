/** The exports of an interpreter's program that are needed to save and restore its memory. */
export interface MemoryExports {
  readonly memory: WebAssembly.Memory;
  readonly emscripten_stack_get_current: () => number;
  readonly _emscripten_stack_restore: (address: number) => void;
  readonly __indirect_function_table: WebAssembly.Table;
}

/** The maximum growth in bytes that is cleared; up to here that is faster than to start another interpreter. */
const mostGrowth = 96 << 20;
const pageBytes = 65_536;

/** The memory of an interpreter at one moment. */
export interface SavedMemory {
  /** Whether {@link restore} can restore that state. Memory never shrinks, and functions stay loaded. */
  canRestore(): boolean;
  restore(): void;
}

/** Copies the memory of a program that is not running. Almost half of it is zero and is not copied. */
export function rememberMemory(program: MemoryExports): SavedMemory {
  const { memory, __indirect_function_table: functions } = program;
  const { byteLength } = memory.buffer;
  const pieces = copyPieces(memory.buffer);
  const [stack, functionCount] = [program.emscripten_stack_get_current(), functions.length];
  return {
    canRestore: () => functions.length === functionCount && memory.buffer.byteLength - byteLength <= mostGrowth,
    restore() {
      restorePieces(new Uint8Array(memory.buffer), pieces);
      program._emscripten_stack_restore(stack);
    },
  };
}

interface Piece {
  readonly from: number;
  readonly bytes: Uint8Array;
}

/** The maximal runs of pages that are not all zero. */
function copyPieces(memory: ArrayBuffer): Piece[] {
  const words = new Int32Array(memory);
  const pieces: Piece[] = [];
  let from: number | undefined;
  for (let page = 0; page <= memory.byteLength; page += pageBytes) {
    const isOccupied = words.subarray(page / 4, (page + pageBytes) / 4).some((word) => word !== 0);
    if (isOccupied) from ??= page;
    else if (from !== undefined) {
      pieces.push({ from, bytes: new Uint8Array(memory.slice(from, page)) });
      from = undefined;
    }
  }
  return pieces;
}

function restorePieces(memory: Uint8Array, pieces: readonly Piece[]): void {
  let end = 0;
  for (const { from, bytes } of pieces) {
    memory.fill(0, end, from);
    memory.set(bytes, from);
    end = from + bytes.length;
  }
  memory.fill(0, end);
}
