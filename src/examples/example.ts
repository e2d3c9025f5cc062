import type { Place } from '../core/place.ts';
import type { CellOptions } from './cell-options.ts';
import type { DoctestFlag } from './doctest-flag.ts';
import type { Convention } from './guide-reading.ts';

/** A stretch of a source text: offsets in UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A fence: its position and its content. */
export interface Fence {
  /** The first backtick or tilde of the opening line. */
  readonly place: Place;
  /** From the first character of the opening run to the end of the closing run. */
  readonly span: Span;
  /** The line of the file in which the content begins. */
  readonly firstLine: number;
  /** How an empty line is written in the file, where it is not empty there. */
  readonly blankLine?: string;
  /** The content lines in the file: from the start of the first one to the start of the closing line. */
  readonly content: Span;
  /** The content without the indentation of what contains it, each line ended by `\n`; empty for an empty fence. */
  readonly text: string;
  /** For each content line, how many columns of the file's line come before it. */
  readonly indents: readonly number[];
  /** The prefix of a new content line, which keeps it in the fence's list or quote. */
  readonly prefix: string;
  /** The content lines as strings of JSON, for the cell of a notebook. */
  readonly written?: readonly WrittenLine[];
}

/** A line of text in a JSON string: the place of its first character, and its characters in the file. */
export interface WrittenLine {
  readonly line: number;
  readonly column: number;
  readonly raw: string;
}

/** The options of a Python fence, from its info string. */
export interface FenceOptions {
  /** The name of the example in `<Value of="…">` and in reports; unique in its file. */
  readonly name?: string;
  /** Examples with the same session share one namespace, in order. Without it an example runs alone. */
  readonly session?: string;
  /** The name of the exception with which the example must end, for example `OverflowError`. */
  readonly raises?: string;
  /** How far the printed numbers may be from the expected ones, and why: see `parseTolerance`. */
  readonly tolerance?: string;
  /** Never run; the value is the reason, which the page shows. */
  readonly illustrative?: string;
}

/** A Python fence with its options and its expected output. */
export interface Example {
  /** `options.name`, or `line-<n>` for an unnamed fence: unique in its file. */
  readonly id: string;
  readonly options: FenceOptions;
  readonly code: Fence;
  /** The expected output; `undefined` when the page shows none. */
  readonly output: Fence | undefined;
  /** Further fences with parts of what it prints; only in a guide. */
  readonly more?: readonly Fence[];
  /** The traceback that the page shows, of which the last line counts; only in a guide. */
  readonly error?: Fence;
  /** The convention by which the page shows the output or the traceback. */
  readonly shownBy?: Convention;
  /** Set for the cell of a notebook. */
  readonly cell?: CellOptions;
  /** Set for a cell of a Jupyter notebook, with what is saved of its last run. */
  readonly notebook?: NotebookCellOutput;
  /** Set for a statement of an interactive session, after which its value is shown. */
  readonly prompt?: PromptOptions;
  /** A plain fence, or other plain code, that follows and may be its output but is not marked as one. */
  readonly unmarked?: Unmarked;
  /** Examples of one session share a namespace and run in order; sessions are independent. */
  readonly session: string;
}

/** The saved output of a cell of a Jupyter notebook. */
export interface NotebookCellOutput {
  /** The 1-based number of the cell in its notebook. */
  readonly cell: number;
  /** The last paragraph of the cell of text above it, which may announce its output. */
  readonly announcement: string;
  readonly stdout: string;
  /** The value of its last expression; absent if none is saved. */
  readonly result?: string;
  /** Whether it has output of the error stream. */
  readonly hasErrors?: true;
  /** Whether it has a picture, HTML or a widget. */
  readonly hasPictures?: true;
}

/** Plain code after an example. */
export interface Unmarked {
  readonly place: Place;
  /** Its content, if it is a fence. */
  readonly fence?: Fence;
}

/** The judgment of a statement of an interactive session. */
export interface PromptOptions {
  /** The offset of the fence that it is in: its statements together are one fence. */
  readonly fence: number;
  readonly flags: readonly DoctestFlag[];
  /** The text up to the next prompt, if it has blank lines: what is printed with blank lines may be shown so. */
  readonly whole?: Fence;
}

/** Python of a file that is not run. */
export interface Unchecked {
  readonly place: Place;
  /** Why it is not run, to finish the sentence "not checked: …". */
  readonly reason: string;
  /** Whether Markdown makes a fence of it. */
  readonly isFence: boolean;
}

/** A number or a word in a sentence that comes from a run: `<Value of="descent" expr="x" format=".2f">2.67</Value>`. */
export interface ProseValue {
  /** The id of the example in whose namespace, right after it ran, the expression is evaluated. */
  readonly of: string;
  /** A Python expression. */
  readonly expr: string;
  /** A Python format specification such as `.2f`; empty means `str()`. */
  readonly format: string;
  /** The text in the sentence. */
  readonly text: string;
  /** The first character of the text. */
  readonly place: Place;
  /** The text alone, between the tags. */
  readonly span: Span;
}

/** The result of an example or a prose value. */
export type Verdict =
  | 'verified'
  | 'stale'
  | 'raised'
  | 'timed out'
  /** An earlier example of its session ended the interpreter. */
  | 'not run'
  /** An expected output without an example, or a value whose example does not exist. */
  | 'orphan'
  /** It printed, and the page shows no output. */
  | 'unpinned'
  | 'illustrative';
