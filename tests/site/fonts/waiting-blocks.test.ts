import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { waitingBlocks } from '../../../src/site/fonts/write-fonts.ts';

const later = new URL('../../../src/styles/components/prose/later.css', import.meta.url);

it('the blocks whose fonts come later are those that the stylesheet lays out later', () => {
  const from = (text: string) => [...text.matchAll(/:nth-child\([^)]*\)/g)].map(([place]) => place);
  expect(from(readFileSync(later, 'utf8'))).toEqual(from(waitingBlocks));
  expect(from(waitingBlocks)).toHaveLength(1);
});
