import { expect, it, vi } from 'vitest';
import { sectionAt } from '../../../src/islands/dom/section-at.ts';

function sectionsAt(...tops: number[]): HTMLElement[] {
  return tops.map((top) => ({ getBoundingClientRect: vi.fn(() => ({ top })) }) as unknown as HTMLElement);
}

it.each([
  [0, undefined],
  [10, 0],
  [69, 1],
  [70, 2],
  [1000, 2],
])('the section at a height of %d is the last that begins above it', (height, index) => {
  const sections = sectionsAt(10, 30, 70);
  expect(sectionAt(sections, height)).toBe(index === undefined ? undefined : sections[index]);
});

it('does not ask where sections further down are, which would lay out all before them', () => {
  const sections = sectionsAt(10, 500, 900, 1300);
  sectionAt(sections, 200);
  expect(sections.map((one) => vi.mocked(one.getBoundingClientRect).mock.calls.length)).toEqual([1, 1, 0, 0]);
});

it('there is none where there are no sections', () => {
  expect(sectionAt([], 100)).toBeUndefined();
});
