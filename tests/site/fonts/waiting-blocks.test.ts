import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { waitingKinds } from '../../../src/site/fonts/write-fonts.ts';

const later = new URL('../../../src/styles/components/prose/later.css', import.meta.url);

it('the kinds of blocks whose fonts come later are those that the stylesheet lays out later', () => {
  const selector = /:is\(([^)]*)\):nth-child/.exec(readFileSync(later, 'utf8'))?.[1] ?? '';
  expect(selector.trim().replace(/\s+/g, ' ')).toBe(waitingKinds);
});
