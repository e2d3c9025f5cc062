/** What Python in WebAssembly is made of, as the site serves it. */
export interface PageRuntime {
  /** The folder's address, base path included, with a final slash; its name changes with the contents. */
  readonly folder: string;
  readonly files: readonly PageRuntimeFile[];
  /** NumPy and Matplotlib themselves, where the site was built with a package index. */
  readonly full: FullPackages | undefined;
}

/** Wheels that a reader may choose to load, each with the digest that it must have. */
export interface FullPackages {
  /** The index's address, with a final slash. */
  readonly index: string;
  readonly wheels: readonly { readonly file: string; readonly sha256: string }[];
}

export interface PageRuntimeFile {
  readonly name: PageRuntimeFileName;
  /** Bytes that come over the wire. */
  readonly bytes: number;
  /** The digest that its contents must have, once unpacked. */
  readonly sha256: string;
}

export type PageRuntimeFileName = (typeof pageRuntimeFiles)[number];

/** Compressed where that helps, since not every host does it. */
export const pageRuntimeFiles = [
  'pyodide.mjs.gz',
  'pyodide.asm.mjs.gz',
  'pyodide.asm.wasm.gz',
  'python_stdlib.zip',
  'sources.json.gz',
] as const;
