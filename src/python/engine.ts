/** The contract of an engine, which runs Python. Every host (native, Node, browser) uses the same `harness.py`. */
export interface Engine {
  readonly identity: EngineIdentity;
  /** Runs sessions side by side, the blocks of each in order. Results come in the order of the request. */
  run(sessions: readonly SessionRequest[], limits: Limits): Promise<SessionResult[]>;
  /** Ends all processes of the engine. */
  close(): Promise<void>;
}

/** The identity of an engine, which is shown in reports and is part of the cache's keys. */
export interface EngineIdentity {
  readonly kind: 'native' | 'embedded';
  /** A readable name: `CPython 3.11.2, NumPy 1.24.2, Matplotlib 3.6.3`. */
  readonly label: string;
  /** The path of the interpreter, `/usr/bin/python3`, or of the runtime folder. */
  readonly location: string;
  /** Sentences about what it could not do on this machine, for example a missing protection. */
  readonly caveats: readonly string[];
}

export interface Limits {
  /** Seconds for one block; then its interpreter is killed. Time in which it waits for a processor does not count, where it is known. */
  readonly seconds: number;
  /** The maximum output of one block in bytes, both streams together. */
  readonly outputBytes: number;
  /** The maximum address space of one session in bytes. */
  readonly memoryBytes: number;
}

export const defaultLimits: Limits = { seconds: 30, outputBytes: 16 << 20, memoryBytes: 4 * 2 ** 30 };

/** Blocks that share one namespace, in a fresh interpreter and a fresh working directory. */
export interface SessionRequest {
  readonly blocks: readonly BlockRequest[];
  /** The files that are in the working directory at the start; without them it is empty. */
  readonly files?: readonly SessionFile[];
}

/** A file that is copied, read-only, into the working directory of a session. */
export interface SessionFile {
  /** Its path in the working directory, with forward slashes. */
  readonly path: string;
  /** The absolute path of the file that is copied. */
  readonly from: string;
  /** A digest of its content, on which the results of the session depend. */
  readonly digest: string;
}

export interface BlockRequest {
  readonly code: string;
  /** Whether the value of an expression at the end is kept in the variable `keptName`, as an interactive session shows it. */
  readonly keepsLast?: true;
  /**
   * Whether it is typed in a session: `_` is the last value that was shown, and features of `__future__` stay. With `keepsLast`
   * it is the cell of a notebook, and without it the statement at a prompt, which prints the value of each expression.
   */
  readonly isTyped?: true;
  /** Evaluated in the namespace after the block has run. */
  readonly values: readonly ValueRequest[];
  /** Runs after the block, and judges what it has left. */
  readonly check?: CheckRequest | undefined;
}

/** The variable that has the value of the last expression of a block, or `None`: see `harness.py`. */
export const keptName = '__shown__';

/** The check of an exercise. */
export interface CheckRequest {
  /** Python that may call what `checking.py` offers. */
  readonly code: string;
  /** Whether mutants of the block, and made-up answers, are run against the check as well. */
  readonly mutants?: boolean | undefined;
  /** Code that each mutant needs to have run before it: that of the earlier blocks of the session. */
  readonly before?: readonly string[] | undefined;
}

/** A check that has nothing but its code. */
export function checkRequest(code: string | undefined): CheckRequest | undefined {
  return code === undefined ? undefined : { code };
}

export interface ValueRequest {
  readonly expr: string;
  /** A format specification; empty for `str()`. */
  readonly format: string;
}

export type SessionResult = readonly BlockResult[];

/** The outcome of one block apart from its printed output, as plain JSON. */
export interface Ran {
  readonly end: BlockEnd;
  /** One for each requested value, in order; empty unless the block returned or raised. */
  readonly values: readonly ValueResult[];
  /** The figures of the recorder in place of Matplotlib, in order: plain JSON, which must be checked before it is drawn. */
  readonly figures: readonly unknown[];
  /** The result of the check, as JSON to be read by `src/exercises/read-checked.ts`; only where a check was requested. */
  readonly checked?: string;
}

/** The outcome of one block with its printed output, as plain JSON. */
export interface BlockResult extends Ran {
  /** The output of the block in base64: the bytes as they were written, not decoded. */
  readonly stdout: string;
  readonly stderr: string;
  /** Seconds, without those in which it waited for a processor where they are known. */
  readonly seconds: number;
  /** Set if threads of an earlier block were running at the same time: part of the output may be theirs. */
  readonly beside?: 'threads';
}

export type BlockEnd =
  | { readonly how: 'returned' }
  | { readonly how: 'raised'; readonly exception: RaisedException }
  | { readonly how: 'timed out'; readonly after: number }
  /** More than `limit` bytes, in the output or, according to `by`, in the values or the exception. */
  | { readonly how: 'flooded'; readonly limit: number; readonly by?: 'values' | 'exception' }
  /** The interpreter ended before the block did, by `os._exit`, a crash or a kill. */
  | { readonly how: 'died'; readonly status: string }
  | { readonly how: 'not run' };

/** Whether the session's next block can run in the same interpreter after this end. */
export function goesOn({ how }: { readonly how: string }): boolean {
  return how === 'returned' || how === 'raised';
}

export interface RaisedException {
  /** The name of its class and those of its bases, nearest first: `['ZeroDivisionError', 'ArithmeticError', 'Exception', …]`. */
  readonly types: readonly string[];
  /** The last line or lines of a traceback: `ZeroDivisionError: division by zero`. */
  readonly summary: string;
  /** The 1-based line of the block and the 0-based column in it, if the exception has a place in the block. */
  readonly line: number | null;
  readonly column: number | null;
  /** The whole traceback as Python prints it, from the first line of a block on and without frames of ours. */
  readonly traceback: string;
  /** For `SystemExit` only: the exit status of a script, 0 to 255. `sys.exit()` and `sys.exit(0)` are 0. */
  readonly exitStatus?: number;
}

export type ValueResult = { readonly text: string } | { readonly error: string };
