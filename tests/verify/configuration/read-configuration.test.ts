import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfiguration } from '../../../src/verify/configuration/read-configuration.ts';
import { conventionRules, settingRules } from '../../../src/verify/configuration/setting-rules.ts';
import { root } from '../command.ts';

const schema = JSON.parse(readFileSync(join(root, 'src/verify/configuration/configuration.schema.json'), 'utf8'));
const isValid = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
const read = (text: string) => readConfiguration({ file: 'docs/prove-guide.yaml', folder: '/guide', text });
const problems = (text: string) => {
  const found = read(text);
  if (!('diagnostics' in found)) return [];
  return found.diagnostics.map(({ place, message }) => `${place.line}:${place.column} ${message}`);
};

const samples = [...Object.values(settingRules), ...Object.values(conventionRules)].map(({ sample }) => sample);
/** One wrong value of each kind for each key. */
const wrong = [
  'files: docs',
  'files: []',
  'files: [1]',
  'conventions: [output fence]',
  'conventions: { output fence: sometimes }',
  'conventions: { output fence: if equal }',
  'conventions: { fence after the code: yes }',
  'conventions: { comment: always }',
  'session: pages',
  'session: 1',
  'data: /etc',
  'data: []',
  'data: { from: data }',
  'data: { from: data, as: ../data }',
  'data: { from: data, as: a, mode: copy }',
  'data: 3',
  'engine: pyodide',
  'python: ""',
  'python: [a]',
  'timeout: 0',
  'timeout: 30s',
  'skip: later',
  'skip: [a b]',
  'unpinned: ignored',
  'baseline: C:\\known.json',
  'baseline: 1',
  'sesion: page',
  '- files',
];

describe('a configuration file', () => {
  it.each(samples)('may say %j, by its schema as well', (text) => {
    expect(problems(text)).toEqual([]);
    expect(isValid(parse(text)), JSON.stringify(isValid.errors)).toBe(true);
  });

  it.each(wrong)('may not say %j, by its schema as well', (text) => {
    expect(problems(text)).toHaveLength(1);
    expect(isValid(parse(text))).toBe(false);
  });

  it('has the keys of its schema, and the address of the schema', () => {
    expect(Object.keys(schema.properties).sort()).toEqual(['$schema', ...Object.keys(settingRules)].sort());
    expect(Object.keys(schema.properties.conventions.properties)).toEqual(Object.keys(conventionRules));
    expect(problems('{ "$schema": "./configuration.schema.json", "session": "page" }')).toEqual([]);
  });

  it('has all its mistakes reported, each with its place, and the right word for a misspelt one', () => {
    const text = '# ours\nsesion: page\nengine: natve\nconventions:\n  output fences: always\n  comment lines: nevr\n';
    expect(problems(text)).toEqual([
      '2:1 `sesion` is not a key of a configuration file. Did you mean `session`?',
      '3:9 `engine` takes `embedded`, `native` or `both`. Did you mean `native`?',
      '5:3 `output fences` is not a key of `conventions`. Did you mean `output fence`?',
      '6:18 `comment lines` takes `always`, `if equal` or `never`. Did you mean `never`?',
    ]);
  });

  it.each([
    ['session: [page', '1:15'],
    ['session: page\nsession: fence', '2:1'],
    ['a: b: c', '1:4'],
  ])('that is no YAML is wrong at its place: %j', (text, place) => {
    expect(problems(text)[0]).toMatch(new RegExp(`^${place} `));
  });

  it('may be empty, and may be JSON', () => {
    expect(read('')).toEqual(read('{}'));
    expect(read('{\n  "data": ["episodes/data/", { "from": "x", "as": "." }]\n}')).toMatchObject({
      configuration: {
        data: [
          { from: 'episodes/data/', as: 'data' },
          { from: 'x', as: '.' },
        ],
      },
    });
  });
});

it('names a place once where the file is no YAML', () => {
  expect(problems('a: b: c')).toEqual(['1:4 Nested mappings are not allowed in compact mappings.']);
});
