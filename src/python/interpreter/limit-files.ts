/** A file, whose contents are its bytes and the room for more, a pipe with its pieces, or another node, which has neither. */
interface FileNode {
  readonly contents?: object | undefined;
  readonly pipe?: { readonly buckets: readonly { readonly buffer: Uint8Array }[] } | undefined;
  readonly name_next?: FileNode | undefined;
}

interface FileStream {
  readonly node: FileNode;
}

type Written = [stream: FileStream, buffer: object, offset: number, length: number, position: number];

interface StreamOperations {
  write: (...all: Written) => number;
}

/** The part of Emscripten's module that gives files and pipes their bytes. */
export interface StorageModule {
  readonly FS: {
    readonly nameTable: readonly (FileNode | undefined)[];
    readonly streams: readonly (FileStream | null | undefined)[];
    readonly ErrnoError: new (errno: number) => object;
  };
  readonly MEMFS: {
    readonly stream_ops: StreamOperations;
    readonly ops_table: { readonly file: { readonly stream: StreamOperations } };
    resizeFileStorage: (node: FileNode, size: number) => void;
  };
  readonly PIPEFS: { readonly stream_ops: StreamOperations };
}

/** The most bytes that all files and pipes of an interpreter have together. */
export const mostFileBytes = 1 << 29;

/** "No space left on device", as this system counts its errors. */
const noSpace = 51;

/**
 * Limits the bytes in files and pipes: they are in the memory of JavaScript, which the limit of Python's own memory does
 * not count. Beyond it, a program gets an `OSError`.
 */
export function limitFiles({ FS, MEMFS, PIPEFS }: StorageModule, mostBytes = mostFileBytes): void {
  // Never less than what there is: what is removed is noticed when the limit seems to be reached.
  let held = mostBytes;
  const claim = (more: number) => {
    if (more <= 0) return;
    if (held + more > mostBytes) held = bytesIn(FS);
    if (held + more > mostBytes) throw new FS.ErrnoError(noSpace);
    held += more;
  };
  const { resizeFileStorage } = MEMFS;
  MEMFS.resizeFileStorage = (node, size) => {
    claim(size - roomOf(node));
    resizeFileStorage(node, size);
  };
  for (const operations of [MEMFS.stream_ops, MEMFS.ops_table.file.stream, PIPEFS.stream_ops]) {
    const { write } = operations;
    operations.write = (...all) => {
      const [{ node }, , , length, position] = all;
      claim(node.pipe ? length : position + length - roomOf(node));
      return write(...all);
    };
  }
}

function bytesIn({ nameTable, streams }: StorageModule['FS']): number {
  const nodes = new Set<FileNode>(streams.flatMap((stream) => (stream ? [stream.node] : [])));
  for (let node of nameTable) for (; node; node = node.name_next) nodes.add(node);
  return [...nodes].reduce((sum, node) => sum + roomOf(node), 0);
}

function roomOf({ contents, pipe }: FileNode): number {
  if (pipe) return pipe.buckets.reduce((sum, { buffer }) => sum + buffer.length, 0);
  return ArrayBuffer.isView(contents) ? contents.byteLength : 0;
}
