const pageBytes = 65_536;

/**
 * From now on no WebAssembly memory of the realm grows beyond `bytes`: the allocation fails, and Python raises
 * `MemoryError`. (A realm of its own: an interpreter's.)
 */
export function boundMemory(bytes: number): void {
  const { prototype } = WebAssembly.Memory;
  const { grow } = prototype;
  prototype.grow = function bounded(this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * pageBytes > bytes) throw new RangeError(`memory is bounded to ${bytes} bytes`);
    return grow.call(this, pages);
  };
}
