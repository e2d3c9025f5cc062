import { rememberProperties } from './remember-properties.ts';

/** A file, a folder, a link, a pipe or a device of Emscripten's file system. */
interface FileNode {
  /** The bytes of a file, or the nodes of a folder by name; other nodes have none. */
  readonly contents?: object | undefined;
  /** The next node in the list of the table of names. */
  readonly name_next?: FileNode | undefined;
}

interface FileStream {
  readonly node: FileNode;
  /** The flags and the position, which a descriptor shares with its duplicates. */
  readonly shared: object;
}

/** The part of Emscripten's module that contains the state of its file system. */
export interface FileSystemModule {
  readonly FS: {
    /** The nodes by the hash of parent and name; nodes with the same hash form a list. */
    readonly nameTable: readonly (FileNode | undefined)[];
    /** The streams by descriptor. */
    readonly streams: readonly (FileStream | null | undefined)[];
  };
  /** The function that numbers the pipes; its property `current` is the counter. */
  readonly PIPEFS: { readonly nextname: object };
}

/**
 * Records the file system of an interpreter: names, bytes, permissions and times of all files, links and folders, the
 * working directory, the open descriptors with their positions, and the names of pipes.
 *
 * @returns a function that restores it; it can be called several times
 */
export function rememberFiles({ FS, PIPEFS }: FileSystemModule): () => void {
  const streams = FS.streams.filter((stream) => !!stream);
  const nodes = new Set([...FS.nameTable.flatMap(listFrom), ...streams.map(({ node }) => node)]);
  const folders = [...nodes].flatMap(({ contents }) => (contents && !ArrayBuffer.isView(contents) ? [contents] : []));
  const changing = [
    ...[FS, PIPEFS.nextname, ...streams, ...streams.map(({ shared }) => shared)],
    ...[...nodes, ...folders],
  ];
  const putBack = [...new Set(changing)].map(rememberProperties);
  return () => {
    for (const put of putBack) put();
  };
}

function listFrom(first: FileNode | undefined): FileNode[] {
  const nodes = [];
  for (let node = first; node; node = node.name_next) nodes.push(node);
  return nodes;
}
