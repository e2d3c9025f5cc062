import type { BlockEnd, BlockRequest, RaisedException, Ran, ValueResult } from './engine.ts';

/** The maximum depth of nesting in a figure: deeper data could not be written as JSON again. */
const mostLevels = 32;
/** The maximum number of characters, numbers and containers in all figures of one block. */
const mostInFigures = 64 << 20;
/** Characters of what a check has found, with its mutants. */
const mostChecked = 4 << 20;
/** The maximum number of classes of an exception, and of characters in the status of an interpreter that ended. */
const mostTypes = 100;
const mostStatus = 200;

/**
 * Reads the result of a block from a message of the process that ran it, parsed from JSON or received from a worker. The
 * message can be any value, since that process runs untrusted code.
 *
 * Never throws. If a field has another type than expected, the block has `died`, with a description of the mistake. A child
 * may report that a block returned, raised or died; only the host decides the other ends. All texts of values and of the
 * exception together are limited to `outputBytes`, in UTF-16 units: beyond that the block has `flooded`. Only strings,
 * numbers and `figures` are taken from `message`. A host goes on to the next block only after `returned` and `raised`.
 *
 * @param block what was asked for: one value comes back for each of its values, and lines are lines of its code
 */
export function readRan(message: unknown, block: BlockRequest, outputBytes: number): Ran {
  try {
    const { end, values, figures, checked } = fieldsOf(message, 'the message');
    const readEnd = endFrom(end, block);
    if (readEnd.how === 'died') return stoppedBy(readEnd);
    const read = {
      end: readEnd,
      values: valuesFrom(values, block),
      figures: figuresFrom(figures),
      ...(block.check && { checked: checkedFrom(checked) }),
    };
    const tooLong = tooLongIn(read, outputBytes);
    return tooLong ? stoppedBy({ how: 'flooded', limit: outputBytes, by: tooLong }) : read;
  } catch (error) {
    if (error instanceof WrongMessage) return stoppedBy(brokenProtocol(error.message));
    throw error;
  }
}

/** The end of a block whose process has sent an invalid message. */
export function brokenProtocol(what: string): BlockEnd {
  return { how: 'died', status: `it broke the protocol: ${what}` };
}

/** An invalid message; the text describes the mistake. */
class WrongMessage extends Error {}

function stoppedBy(end: BlockEnd): Ran {
  return { end, values: [], figures: [] };
}

/** Its content is read by `src/exercises/read-checked.ts`. */
function checkedFrom(value: unknown): string {
  const text = textFrom(value, '`checked`');
  if (text.length > mostChecked) throw new WrongMessage('`checked` is too long');
  return text;
}

function endFrom(value: unknown, block: BlockRequest): BlockEnd {
  const { how, exception, status } = fieldsOf(value, '`end`');
  if (how === 'returned') return { how };
  if (how === 'raised') return { how, exception: exceptionFrom(exception, block) };
  if (how === 'died') return { how, status: textFrom(status, '`status`').slice(0, mostStatus) };
  throw new WrongMessage('`end.how` is not a word that a child may say');
}

function exceptionFrom(value: unknown, { code }: BlockRequest): RaisedException {
  const { types, summary, line, column, traceback, exitStatus } = fieldsOf(value, '`exception`');
  const names = listFrom(types, '`types`').map((name) => textFrom(name, 'a type'));
  if (names.length === 0 || names.length > mostTypes) throw new WrongMessage('`types` has no right length');
  const at = { line: positionFrom(line, '`line`', 1), column: positionFrom(column, '`column`', 0) };
  // The last line may be the empty one after the code, where Python reports a missing bracket.
  const inside = at.line !== null && at.line <= code.split(/\r\n|\r|\n/).length + 1;
  return {
    types: names,
    summary: textFrom(summary, '`summary`'),
    ...(inside ? at : { line: null, column: null }),
    traceback: textFrom(traceback, '`traceback`'),
    ...(exitStatus === undefined ? {} : { exitStatus: exitStatusFrom(exitStatus) }),
  };
}

function exitStatusFrom(value: unknown): number {
  if (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 255) return Number(value);
  throw new WrongMessage('`exitStatus` is no exit status');
}

function positionFrom(value: unknown, name: string, first: number): number | null {
  if (value === null) return null;
  if (Number.isSafeInteger(value) && Number(value) >= first) return Number(value);
  throw new WrongMessage(`${name} is no position`);
}

function valuesFrom(value: unknown, { values }: BlockRequest): ValueResult[] {
  const list = listFrom(value, '`values`');
  if (list.length !== values.length) throw new WrongMessage(`\`values\` has ${list.length}, not ${values.length}`);
  return list.map(valueFrom);
}

function valueFrom(value: unknown): ValueResult {
  const { text, error } = fieldsOf(value, 'a value');
  if (error === undefined) return { text: textFrom(text, 'a value') };
  if (text === undefined) return { error: textFrom(error, "a value's error") };
  throw new WrongMessage('a value has both a text and an error');
}

/** Which texts exceed their limit. The printed output is limited elsewhere. */
function tooLongIn({ end, values }: Ran, most: number): 'exception' | 'values' | undefined {
  const exception = end.how === 'raised' ? end.exception : undefined;
  const ofException = exception ? [...exception.types, exception.summary, exception.traceback] : [];
  const ofValues = values.map((value) => ('text' in value ? value.text : value.error));
  if (lengthOf(ofException) > most) return 'exception';
  return lengthOf([...ofException, ...ofValues]) > most ? 'values' : undefined;
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}

/** Checks only that the figures are plain JSON within the size limit; the renderer checks their content. */
function figuresFrom(value: unknown): readonly unknown[] {
  const list = listFrom(value, '`figures`');
  let left = mostInFigures;
  const visit = (part: unknown, level: number): void => {
    left -= typeof part === 'string' ? part.length + 1 : 1;
    if (left < 0) throw new WrongMessage('`figures` is too large');
    if (level > mostLevels) throw new WrongMessage('`figures` is nested too deeply');
    for (const inner of partsOf(part)) visit(inner, level + 1);
  };
  visit(list, 0);
  return list;
}

function partsOf(part: unknown): readonly unknown[] {
  if (part === null || typeof part === 'string' || typeof part === 'boolean' || Number.isFinite(part)) return [];
  if (Array.isArray(part)) return part;
  return Object.values(fieldsOf(part, 'a part of `figures`'));
}

function textFrom(value: unknown, name: string): string {
  if (typeof value === 'string') return value;
  throw new WrongMessage(`${name} is no text`);
}

function listFrom(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new WrongMessage(`${name} is no list`);
}

/** The own data properties of a plain object; neither its prototype nor a getter is used. */
function fieldsOf(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (!isPlain(value)) throw new WrongMessage(`${name} is no object`);
  const fields: Record<string, unknown> = Object.create(null);
  for (const [key, field] of Object.entries(Object.getOwnPropertyDescriptors(value))) fields[key] = field.value;
  return fields;
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
