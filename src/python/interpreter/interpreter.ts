import type { loadPyodide as LoadPyodide, PyodideAPI } from 'pyodide';
import type { BlockRequest, Ran } from '../engine.ts';
import { doorsFor } from './close-imports.ts';
import { limitFiles, type StorageModule } from './limit-files.ts';
import type { MemoryExports } from './remember-memory.ts';
import { ResettableState } from './resettable-state.ts';

/** The parts of Pyodide and of our own Python, already fetched or read: starting an interpreter loads nothing. */
export interface InterpreterParts {
  /** From `pyodide.mjs`. */
  readonly loadPyodide: typeof LoadPyodide;
  /** The default export of `pyodide.asm.mjs`. */
  readonly createPyodideModule: NonNullable<Config['createPyodideModule']>;
  /** `pyodide.asm.wasm`, compiled. */
  readonly module: WebAssembly.Module;
  /** `python_stdlib.zip`. */
  readonly stdlib: Uint8Array<ArrayBuffer>;
  /** Our own Python: the text of each file by its path, `numpy/__init__.py`. */
  readonly sources: Readonly<Record<string, string>>;
  /** The result of {@link Interpreter.snapshot}; without it Python initializes its memory, which takes seconds. */
  readonly snapshot?: Uint8Array | undefined;
}

/** Called with bytes as Python writes them; the array is only valid during the call. */
export type Write = (stream: 'stdout' | 'stderr', bytes: Uint8Array) => void;

/** A running Python. */
export interface Interpreter {
  /** A readable name: `CPython 3.14.2 in WebAssembly`. */
  label(): string;
  /** Replaces our own packages by the real ones, from the bytes of their wheels. Call it before {@link prepare}. */
  install(wheels: readonly ArrayBuffer[]): void;
  /** Does the slow steps before a snapshot is taken; they are part of a restored interpreter. */
  prepare(): void;
  /** The whole memory, which the same kind of WebAssembly engine can restore. Call it before {@link seal}. */
  snapshot(): Uint8Array;
  /** Closes every way from Python to JavaScript, and begins a session. Call it before the first block. */
  seal(): void;
  /** Adds a file, which cannot be written, to the working directory of the session. Call it before the first block. */
  addFile(path: string, bytes: Uint8Array): void;
  /** Runs a block, the `number`th of its session (from 1); its output goes to {@link Write}. Throws only if the interpreter itself has ended. */
  run(number: number, block: BlockRequest): Ran;
  /**
   * Whether {@link reset} is possible. It is not if the interpreter has ended, or if the session has made a change that
   * cannot be undone, such as a large growth of the memory. Then start another interpreter.
   */
  canReset(): boolean;
  /**
   * Ends the session and begins another one, in the state after {@link seal}, with its memory, files and descriptors. It
   * takes milliseconds.
   *
   * @throws Error unless {@link canReset}
   */
  reset(): void;
  /** Gives the generators new random seeds: otherwise all sessions would have the same random numbers. */
  reseed(): void;
}

type Config = NonNullable<Parameters<typeof LoadPyodide>[0]>;
type FileSystem = Parameters<NonNullable<Config['fsInit']>>[0];

/** The folder of our Python in the interpreter's own file system. */
const ownFolder = '/own';
const workFolder = '/home/example';

/** The environment variables, fixed so that all hosts have the same output. */
const environment = {
  PYTHONHASHSEED: '0',
  PYTHONUTF8: '1',
  PYTHONDONTWRITEBYTECODE: '1',
  PYTHONPATH: ownFolder,
  LANG: 'C.UTF-8',
  TZ: 'UTC',
  COLUMNS: '80',
  HOME: workFolder,
  MPLBACKEND: 'Agg',
};

/** An address that is never fetched: {@link answeringFetch} replaces `fetch`. */
const nowhere = 'https://nowhere.invalid/';

/**
 * Starts CPython in WebAssembly. It must run in its own realm with the globals of a browser's worker, since it replaces
 * some of them while it starts.
 */
export async function startInterpreter(parts: InterpreterParts, write: Write): Promise<Interpreter> {
  const { fetch } = globalThis;
  globalThis.fetch = answeringFetch(parts.stdlib);
  const program: ProgramStart = { module: parts.module };
  nextProgram = program;
  hookInstantiation();
  try {
    const pyodide = await parts.loadPyodide(configuration(parts));
    if (!program.started) throw new Error('Pyodide has not instantiated its program.');
    return wrap(pyodide, program.started, write);
  } finally {
    globalThis.fetch = fetch;
  }
}

/** The program that Pyodide instantiates next. */
interface ProgramStart {
  readonly module: WebAssembly.Module;
  started?: StartedProgram;
}

interface StartedProgram {
  readonly exports: MemoryExports;
  readonly closeDoors: () => void;
}

let nextProgram: ProgramStart | undefined;
let isHooked = false;

/** Hooks the instantiation once for all starts, since the realm is frozen after the first one. */
function hookInstantiation(): void {
  if (isHooked) return;
  isHooked = true;
  const { instantiate } = WebAssembly;
  WebAssembly.instantiateStreaming = async (_source, imports = {}) => {
    const program = nextProgram;
    nextProgram = undefined;
    if (!program) throw new Error('One program is started at a time.');
    const doors = doorsFor(imports, program.module);
    const instance = await instantiate(program.module, imports);
    program.started = {
      exports: instance.exports as unknown as MemoryExports,
      closeDoors: () => doors.close(),
    };
    return { module: program.module, instance };
  };
}

function configuration({ createPyodideModule, snapshot, sources }: InterpreterParts): Config {
  return {
    indexURL: nowhere,
    packageBaseUrl: nowhere,
    lockFileContents: { info: lockInfo, packages: {} },
    stdLibURL: `${nowhere}python_stdlib.zip`,
    jsglobals: Object.create(null),
    env: { ...environment },
    fsInit: async (files) => writeSources(files, sources),
    createPyodideModule,
    ...(snapshot ? { _loadSnapshot: snapshot } : { _makeSnapshot: true }),
  };
}

/** The lock file that Pyodide compares with its version before it installs packages; it has none. */
const lockInfo = {
  abi_version: '2026_0',
  arch: 'wasm32',
  platform: 'emscripten_5_0_3',
  python: '3.14.2',
  version: '314.0.7',
} as const;

/** A `fetch` whose response is always the standard library. The program, which Pyodide fetches as well, is compiled already. */
function answeringFetch(stdlib: Uint8Array<ArrayBuffer>): typeof fetch {
  const answer = { ok: true, arrayBuffer: async () => stdlib.slice().buffer };
  return async () => answer as Response;
}

function writeSources(files: FileSystem, sources: InterpreterParts['sources']): void {
  for (const [path, text] of Object.entries(sources)) {
    const place = `${ownFolder}/${path}`;
    files.mkdirTree(place.slice(0, place.lastIndexOf('/')));
    files.writeFile(place, text);
  }
}

function addFile(files: FileSystem, place: string, bytes: Uint8Array): void {
  files.mkdirTree(place.slice(0, place.lastIndexOf('/')));
  files.writeFile(place, bytes);
  files.chmod(place, 0o400);
}

function wrap(pyodide: PyodideAPI, { exports, closeDoors }: StartedProgram, write: Write): Interpreter {
  connectStreams(pyodide, write);
  const call = (name: string) => pyodide.runPython(`import embedded; embedded.${name}`);
  const [prepare, seal, reseed] = ['prepare', 'seal', 'reseed'].map(call);
  const ofBlocks = (name: string) => pyodide.runPython(`import embedded_blocks; embedded_blocks.${name}`);
  const [hide, begin, start, step, count, finish] = ['hide', 'begin', 'start', 'step', 'count', 'finish'].map(ofBlocks);
  let state: ResettableState | undefined;
  return {
    label: () => `CPython ${call('version()')} in WebAssembly`,
    install(wheels) {
      for (const wheel of wheels) pyodide.unpackArchive(wheel, 'wheel');
      call('forget_own_packages()');
    },
    prepare: () => prepare(),
    snapshot: () => pyodide.makeMemorySnapshot(),
    seal() {
      seal();
      hide();
      closeDoors();
      begin();
      limitFiles((pyodide as unknown as { readonly _module: StorageModule })._module);
      state = new ResettableState(pyodide, exports);
    },
    addFile: (path, bytes) =>
      (state ?? neverSealed()).during(() =>
        addFile(pyodide.FS as unknown as FileSystem, `${workFolder}/${path}`, bytes),
      ),
    run: (number, { code, keepsLast, isTyped, values, check }) =>
      (state ?? neverSealed()).during(() => {
        const before = Number(count());
        expectNothing(start(JSON.stringify({ number, code, keepsLast, isTyped, values, check })));
        expectNothing(step());
        const first = Number(count()) === before + 1 ? 'returned' : 'raised';
        const ran = JSON.parse(finish()) as Ran;
        if (ran?.end?.how !== first) throw new Error(`it broke the protocol: first it ${first}, then it did not`);
        return ran;
      }),
    canReset: () => state?.canReset() ?? false,
    reset: () => (state ?? neverSealed()).reset(),
    reseed: () => reseed(),
  };
}

function connectStreams(pyodide: PyodideAPI, write: Write): void {
  const stream = (name: 'stdout' | 'stderr') => ({
    write: (bytes: Uint8Array) => {
      write(name, bytes);
      return bytes.length;
    },
  });
  pyodide.setStdin({ stdin: () => null });
  pyodide.setStdout(stream('stdout'));
  pyodide.setStderr(stream('stderr'));
}

function neverSealed(): never {
  throw new Error('The interpreter is not sealed.');
}

/** A result other than `None` would be a proxy, which refers to an object in a memory that is overwritten. */
function expectNothing(result: unknown): void {
  if (result !== undefined) throw new Error('it broke the protocol: it returned an object');
}
