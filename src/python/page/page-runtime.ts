/** The files of Python in WebAssembly, as the site serves them. */
export interface PageRuntime {
  /** The folder's address, base path included, with a final slash; its name changes with the contents. */
  readonly folder: string;
  readonly files: readonly PageRuntimeFile[];
  /** The real NumPy and Matplotlib, if the site was built with a package index. */
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
  /** The number of bytes that are transferred. */
  readonly bytes: number;
  /** The required digest of its contents, after unpacking. */
  readonly sha256: string;
}

export type PageRuntimeFileName = (typeof pageRuntimeFiles)[number];

/** Large files are compressed in advance, since not every host does it. */
export const pageRuntimeFiles = [
  'pyodide.mjs.gz',
  'pyodide.asm.mjs.gz',
  'pyodide.asm.wasm.gz',
  'python_stdlib.zip',
  'sources.json.gz',
] as const;
