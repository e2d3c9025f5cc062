import { createRequire } from 'node:module';
import type { Pair, YAMLMap } from 'yaml';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { didYouMean } from '../../core/nearest-word.ts';
import type { Place } from '../../core/place.ts';
import { type Configuration, type DataFolder, defaultConfiguration } from './configuration.ts';
import { conventionRules, type SettingRule, settingRules } from './setting-rules.ts';

/** A configuration file, or its mistakes. */
export type ReadConfiguration =
  | { readonly configuration: Configuration; readonly warnings: readonly Diagnostic[] }
  | { readonly diagnostics: readonly Diagnostic[] };

/** A configuration file to be read. */
export interface ConfigurationFile {
  /** The path in messages. */
  readonly file: string;
  readonly text: string;
  /** Its folder, absolute. */
  readonly folder: string;
  /** The files beside it; without them its paths are not looked for. */
  readonly finds?: {
    readonly folder: (path: string) => boolean;
    /** Whether any page is one of a pattern. */
    readonly page: (pattern: string) => boolean;
  };
}

/** Reads and checks a configuration file: YAML, of which JSON is a part. Each wrong key or value has a diagnostic. */
export function readConfiguration({ file, text, folder, finds }: ConfigurationFile): ReadConfiguration {
  // Only here: most projects have no such file, and loading the parser takes as long as a verification of known files.
  const { isMap, isSeq, LineCounter, parseDocument }: typeof import('yaml') = createRequire(import.meta.url)('yaml');
  const counter = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: counter });
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const syntax = parsed.errors.map(({ message, pos }) =>
    problem(
      placeAt(pos[0]),
      message.replace(/ at line \d+, column \d+:[\s\S]*$/, '.'),
      'Write `key: value`, one a line, or JSON.',
    ),
  );
  if (syntax.length > 0) return { diagnostics: syntax };
  if (parsed.contents !== null && !isMap(parsed.contents)) {
    const hint = `Write, for example:\n${settingRules.files.sample}`;
    return { diagnostics: [problem(placeAt(0), 'A configuration file has keys with values.', hint)] };
  }
  const map = isMap(parsed.contents) ? parsed.contents : undefined;
  const diagnostics = checkKeys(map, settingRules, { placeAt, of: 'a configuration file' });
  const inner = map?.get('conventions');
  if (isMap(inner)) diagnostics.push(...checkKeys(inner, conventionRules, { placeAt, of: '`conventions`' }));
  if (diagnostics.length > 0) return { diagnostics };
  const configuration = configurationFrom((parsed.toJS() ?? {}) as Values, folder);
  if (!finds) return { configuration, warnings: [] };
  const [data, files] = ['data', 'files'].map((key) => map?.get(key, true));
  const lost = configuration.data.flatMap(({ from }, i) => {
    if (finds.folder(from)) return [];
    const place = placeAt(offsetOf(isSeq(data) ? data.items[i] : data));
    return [problem(place, `There is no data folder \`${from}\`.`, 'Write its path from the folder of this file.')];
  });
  if (lost.length > 0) return { diagnostics: lost };
  const idle = configuration.files.flatMap((pattern, i) => {
    if (!isSeq(files) || finds.page(pattern.replace(/^!/, ''))) return [];
    const hint = 'Patterns begin at the folder of this file: `docs/**` is all below `docs`.';
    return [problem(placeAt(offsetOf(files.items[i])), `No page is one of \`${pattern}\`.`, hint)];
  });
  return { configuration, warnings: idle };
}

/** The values of a valid configuration file. */
type Values = Partial<Omit<Configuration, 'folder' | 'data'>> & {
  readonly $schema?: string;
  readonly data?: string | DataFolder | readonly (string | DataFolder)[];
};

function configurationFrom({ data = [], conventions, $schema: _, ...values }: Values, folder: string): Configuration {
  const defaults = defaultConfiguration(folder);
  return {
    ...defaults,
    ...values,
    conventions: { ...defaults.conventions, ...conventions },
    data: [data].flat().map((one) => (typeof one === 'string' ? { from: one, as: lastPart(one) } : one)),
  };
}

/** `episodes/data/` is `data` in the working directory. */
function lastPart(path: string): string {
  const part = path.split('/').findLast((one) => one !== '' && one !== '.' && one !== '..');
  return part ?? '.';
}

interface Places {
  readonly placeAt: (offset: number) => Place;
  /** The owner of the keys, in words. */
  readonly of: string;
}

function checkKeys(
  map: YAMLMap | undefined,
  rules: Readonly<Record<string, SettingRule>>,
  { placeAt, of }: Places,
): Diagnostic[] {
  const names = Object.keys(rules);
  return (map?.items ?? []).flatMap((pair): Diagnostic[] => {
    const key = keyOf(pair);
    // The address of the schema, for editors.
    if (key === '$schema' && rules === settingRules) return [];
    const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
    if (!rule) {
      const hint = `The keys are ${names.map((name) => `\`${name}\``).join(', ')}.`;
      const message = `\`${key}\` is not a key of ${of}.${didYouMean(key, names)}`;
      return [problem(placeAt(offsetOf(pair.key)), message, hint)];
    }
    const value = isNode(pair.value) ? pair.value.toJSON() : pair.value;
    if (rule.accepts(value)) return [];
    const words = rule.takes.match(/(?<=`)[^`,]+(?=`)/g) ?? [];
    const guess = typeof value === 'string' ? didYouMean(value, words) : '';
    const place = placeAt(offsetOf(pair.value) || offsetOf(pair.key));
    return [problem(place, `\`${key}\` takes ${rule.takes}.${guess}`, `Write, for example:\n${rule.sample}`)];
  });
}

function isNode(value: unknown): value is { toJSON(): unknown } {
  return typeof value === 'object' && value !== null && 'toJSON' in value;
}

function problem(place: Place, message: string, hint: string): Diagnostic {
  return { rule: 'configuration/wrong', place, message, hint };
}

function keyOf({ key }: Pair): string {
  return String(typeof key === 'object' && key !== null && 'value' in key ? key.value : key);
}

function offsetOf(node: unknown): number {
  const range = (node as { range?: readonly number[] | null } | null)?.range;
  return range?.[0] ?? 0;
}
