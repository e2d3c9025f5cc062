const pageBytes = 65_536;

/**
 * Limits every WebAssembly memory of this JavaScript realm to `bytes`: growing beyond that fails, and Python raises
 * `MemoryError`. Call it only in a process or worker that belongs to an interpreter, since it changes a built-in prototype.
 */
export function limitWasmMemory(bytes: number): void {
  const { prototype } = WebAssembly.Memory;
  const { grow } = prototype;
  prototype.grow = function limited(this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * pageBytes > bytes) throw new RangeError(`memory is limited to ${bytes} bytes`);
    return grow.call(this, pages);
  };
}
