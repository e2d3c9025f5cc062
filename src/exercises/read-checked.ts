import type { CheckException, Checked, CheckProblem, CheckRecord, MutantRecord, Remark } from './check-record.ts';

/** The record in place of one that cannot be read. */
const unreadable: CheckRecord = { verdict: 'broken', numbers: {}, remarks: [], tried: 0, results: [] };

/**
 * Reads what an engine says that a check has found: JSON from a process in which a reader's code has run. Never throws:
 * whatever is not of the right shape makes the record `broken`.
 */
export function readChecked(text: string | undefined): Checked {
  const { record, mutants } = fieldsOf(parse(text));
  return { record: readRecord(record), mutants: listOf(mutants).map(readMutant) };
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function readMutant(value: unknown): MutantRecord {
  const { what, line, record } = fieldsOf(value);
  return { what: textOf(what), line: Number(line), record: readRecord(record) };
}

function readRecord(value: unknown): CheckRecord {
  const { verdict, mistake, numbers, problem, remarks, tried, results, changed } = fieldsOf(value);
  if (verdict !== 'passed' && verdict !== 'failed' && verdict !== 'broken') return unreadable;
  const found = typeof mistake === 'string' ? { mistake } : {};
  const read = readProblem(problem);
  if (verdict === 'failed' && typeof mistake !== 'string' && !read) return unreadable;
  return {
    verdict,
    ...found,
    ...(read && { problem: read }),
    ...(typeof changed === 'string' && { changed }),
    numbers: textsOf(numbers),
    remarks: listOf(remarks).map(readRemark),
    tried: typeof tried === 'number' ? tried : 0,
    results: listOf(results),
  };
}

function readRemark(value: unknown): Remark {
  const { name, numbers } = fieldsOf(value);
  return { name: textOf(name), numbers: textsOf(numbers) };
}

/** The fields of each kind of problem: a text, a text or nothing, a number, an exception. */
const shapes: Readonly<
  Record<CheckProblem['kind'], Readonly<Record<string, 'text' | 'perhaps' | 'number' | 'exception'>>>
> = {
  missing: { name: 'text', signature: 'perhaps', near: 'perhaps' },
  'not callable': { name: 'text', signature: 'text' },
  arguments: { name: 'text', signature: 'text', takes: 'text', needs: 'number' },
  'wrong kind': { call: 'text', wanted: 'text', got: 'text' },
  raised: { call: 'text', exception: 'exception' },
  'too long': { call: 'perhaps' },
  stopped: {},
  differs: { call: 'perhaps', of: 'perhaps', got: 'text', expected: 'text' },
  check: { exception: 'exception' },
};

const readers = {
  text: textOf,
  perhaps: (value: unknown) => (typeof value === 'string' ? value : null),
  number: Number,
  exception: readException,
} as const;

function readProblem(value: unknown): CheckProblem | undefined {
  const fields = fieldsOf(value);
  const { kind } = fields;
  if (typeof kind !== 'string' || !Object.hasOwn(shapes, kind)) return undefined;
  const shape = Object.entries(shapes[kind as CheckProblem['kind']]);
  return {
    kind,
    ...Object.fromEntries(shape.map(([name, type]) => [name, readers[type](fields[name])])),
  } as CheckProblem;
}

function readException(value: unknown): CheckException {
  const { types, summary, line, column, traceback } = fieldsOf(value);
  const number = (one: unknown) => (Number.isSafeInteger(one) ? Number(one) : null);
  return {
    types: listOf(types).map(textOf),
    summary: textOf(summary),
    line: number(line),
    column: number(column),
    traceback: textOf(traceback),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsOf(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(fieldsOf(value)).map(([name, text]) => [name, textOf(text)]));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
