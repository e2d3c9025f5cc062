import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Finding, FindingKind, InputKind } from './finding.ts';

const topics: Readonly<Record<string, InputKind>> = {
  option: 'option',
  rule: 'element',
  exercise: 'exercise',
  formula: 'formula',
  fence: 'fence',
  placeholder: 'placeholder',
  element: 'element',
  value: 'prose value',
  'front-matter': 'front matter',
  markdown: 'markdown',
  link: 'link',
  encoding: 'encoding',
  file: 'file',
};

/** The finding for a mistake in the text of a file. */
export function inputFinding({ rule, place, message, hint }: Diagnostic): Finding {
  const kind: FindingKind = topics[rule.split('/')[0] ?? ''] ?? 'markdown';
  return { kind, place, message, hint };
}
