import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { layRoute, type RouteLesson } from '../../src/site/route-map.ts';
import { findLessons } from '../../src/verify/files/find-lessons.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the route map', () => {
  it('sets each lesson below all that it needs, and those beside each other that do not need one another', () => {
    const stops = layRoute([
      { id: 'a', needs: [] },
      { id: 'b', needs: ['a'] },
      { id: 'c', needs: ['a', 'b'] },
      { id: 'd', needs: ['b'] },
    ]);
    expect(stops.map(({ id, row, column, columns }) => [id, row, column, columns])).toEqual([
      ['a', 0, 0, 1],
      ['b', 1, 0, 1],
      ['c', 2, 0, 2],
      ['d', 2, 1, 2],
    ]);
    // A line from a to c would say nothing new: b needs a.
    expect(stops.map(({ after }) => after)).toEqual([[], ['a'], ['b'], ['b']]);
  });

  it('refuses a lesson that needs one that does not come before it', () => {
    expect(() => layRoute([{ id: 'a', needs: ['b'] }])).toThrow('a needs b, which is no lesson before it.');
  });

  it('has the needs of every lesson of the guide, each of an earlier one', () => {
    const notes: Record<string, Pick<RouteLesson, 'needs'>> = parse(
      readFileSync(`${root}/content/teaching.yaml`, 'utf8'),
    );
    const ids = findLessons(['content/guide'], root).map(({ file }) => file.replace(/^.*\/\d+-|\.mdx$/g, ''));
    expect(Object.keys(notes)).toEqual(ids);
    expect(layRoute(ids.map((id) => ({ id, needs: notes[id]?.needs ?? [] })))).toHaveLength(ids.length);
  });
});
