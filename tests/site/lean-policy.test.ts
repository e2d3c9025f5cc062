import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { withLeanPolicy } from '../../src/site/build/lean-policy.ts';

const digestOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (sources: string, inside: string) =>
  `<head><meta http-equiv="content-security-policy" content="script-src 'self' ${sources}; style-src 'self'"></head>${inside}`;

it('leaves a policy the digests of what is within the page, and no others', () => {
  const [inline, style, elsewhere] = ['let a = 1', 'p { color: red }', 'a file'].map(digestOf);
  const inside = '<script>let a = 1</script><style>p { color: red }</style><p>text</p>';
  const lean = withLeanPolicy(page(`${inline} ${elsewhere} ${style}`, inside));
  expect(lean).toBe(page(`${inline} ${style}`, inside));
  expect(withLeanPolicy(lean)).toBe(lean);
});

it('takes the program as it stands, to the last blank', () => {
  const inside = '<script>\n let a = 1\n</script>';
  const whole = digestOf('\n let a = 1\n');
  expect(withLeanPolicy(page(`${whole} ${digestOf('let a = 1')}`, inside))).toBe(page(whole, inside));
});

it('has no digest for a program in a file of its own, whose element is empty', () => {
  const inside = '<script type="module" src="/a.js"></script>';
  expect(withLeanPolicy(page(digestOf(''), inside))).toBe(page('', inside).replace("'self' ;", "'self';"));
});
