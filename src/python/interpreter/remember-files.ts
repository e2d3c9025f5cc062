import { rememberProperties } from './remember-properties.ts';

/** A file, a folder, a link, a pipe or a device of Emscripten's file system. */
interface FileNode {
  /** Of a file its bytes, of a folder its nodes by name; others have none. */
  readonly contents?: object | undefined;
  /** The next node in the list of the table of names. */
  readonly name_next?: FileNode | undefined;
}

interface FileStream {
  readonly node: FileNode;
  /** Flags and position, which a descriptor shares with its duplicates. */
  readonly shared: object;
}

/** The part of Emscripten's module in which the state of its file system is. */
export interface FileSystemModule {
  readonly FS: {
    /** By the hash of parent and name; nodes of the same hash are a list. */
    readonly nameTable: readonly (FileNode | undefined)[];
    /** By descriptor. */
    readonly streams: readonly (FileStream | null | undefined)[];
  };
  /** Numbers the pipes. */
  readonly PIPEFS: { readonly nextname: object };
}

/**
 * Records the file system of an interpreter: names, bytes, permissions and times of all files, links and folders, the
 * working directory, the open descriptors with their positions, and the names of pipes.
 *
 * @returns a function that puts it back, as often as it is called
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
