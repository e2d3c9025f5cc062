import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentFaults } from '../../scripts/content-faults.ts';
import { project, root } from '../verify/command.ts';

const word = '- term: Slope\n  slug: slope\n  definition: How steep.\n  lesson: start\n';
const notes = `  needs: []
  ask: [a, b, c]
  misconceptions:
    - {belief: a, meet: b}
    - {belief: c, meet: d}
    - {belief: e, meet: f}
  signs: [a, b]
  stuck: [a, b]
`;
const right = {
  'content/guide/00-start.mdx': '',
  'content/guide/01-more.mdx': '',
  'content/glossary.yaml': word,
  'content/teaching.yaml': `start:\n${notes}more:\n${notes}`,
  'content/moved.yaml': 'start:\n  old: more#new\n',
  'content/news.yaml': 'one:\n  date: 2026-11-29\n  title: A\n  summary: B\n  path: /guide/start/\n',
};

/** The first lines of the faults: without the remedies, and each of them has one. */
function faultsOf(changed: Readonly<Record<string, string>>): string[] {
  const { cwd } = project({ ...right, ...changed });
  return contentFaults(cwd).map((fault) => {
    const [first = '', remedy] = fault.split('\n');
    expect(remedy).toMatch(/^ {4}\S.*\.$/);
    return first.replace(/^content\//, '');
  });
}

it('the data of this guide have no mistakes', () => {
  expect(readFileSync(join(root, 'content/glossary.yaml'), 'utf8').length).toBeGreaterThan(1000);
  expect(contentFaults(root)).toEqual([]);
});

describe('a mistake in the data of a guide', () => {
  it.each([
    [
      'glossary',
      word.replace('slug: slope', 'slug: Slope X'),
      ['2:9  `slug` takes a name in lower case with hyphens.'],
    ],
    [
      'glossary',
      word.replace('lesson: start', 'lesson: strat'),
      ['4:11  There is no lesson `strat`. Did you mean `start`?'],
    ],
    ['glossary', `${word}  see: [slop]\n`, ['5:9  There is no term `slop`. Did you mean `slope`?']],
    ['glossary', `${word}  symbolIn: [moer]\n`, ['5:14  There is no lesson `moer`. Did you mean `more`?']],
    ['glossary', word + word, ['6:9  Two entries have the slug `slope`.']],
    [
      'glossary',
      word.replace('definition', 'defintion').replace('How steep.', '""'),
      ['3:3  `defintion` is no key here. Did you mean `definition`?', '1:3  An entry lacks `definition`.'],
    ],
    ['glossary', word.replace('How steep.', ''), ['3:15  `definition` takes some text.']],
    ['glossary', word.replace('  slug', '   slug'), ['1:9  Nested mappings are not allowed in compact mappings.']],
    [
      'glossary',
      word.replace('How steep.', 'How: steep.'),
      ['3:15  Nested mappings are not allowed in compact mappings.'],
    ],
    ['teaching', `start:\n${notes}`, ['1:1  The lesson `more` has no notes.']],
    [
      'teaching',
      `start:\n${notes}moer:\n${notes}`,
      ['10:1  There is no lesson `moer`. Did you mean `more`?', '1:1  The lesson `more` has no notes.'],
    ],
    [
      'teaching',
      right['content/teaching.yaml']
        .replace('[a, b, c]', '[a, b]')
        .replace('needs: []', 'needs: [nope]')
        .replace('meet: b', 'met: b'),
      [
        '2:11  There is no lesson `nope`. Did you mean `more`?',
        '3:8  `ask` takes a list of at least 3.',
        '5:19  `met` is no key here. Did you mean `meet`?',
        '5:7  Each part of `misconceptions` lacks `meet`.',
      ],
    ],
    ['moved', 'start:\n  old: moer#new\n', ['2:8  There is no lesson `moer`. Did you mean `more`?']],
    ['moved', 'start:\n  old: more\n', ['2:8  Each part of `start` takes a lesson, `#` and a part of it.']],
    ['news', right['content/news.yaml'].replace('11-29', '13-45'), ['2:9  `date` takes a day such as 2026-11-29.']],
    [
      'news',
      right['content/news.yaml'].replace('2026-11-29', '2026-02-30'),
      ['2:9  `date` takes a day such as 2026-11-29.'],
    ],
    [
      'news',
      right['content/news.yaml'].replace('/guide/start/', 'guide/start'),
      ['5:9  `path` takes the address of a page, such as /review/.'],
    ],
  ])('in %s has its place: %j', (name, written, expected) => {
    expect(faultsOf({ [`content/${name}.yaml`]: written })).toEqual(expected.map((one) => `${name}.yaml:${one}`));
  });

  it('is named beside all others', () => {
    const faults = faultsOf({
      'content/glossary.yaml': word.replace('start', 'x'),
      'content/moved.yaml': 'y: {a: b}\n',
    });
    expect(faults).toHaveLength(3);
  });
});
