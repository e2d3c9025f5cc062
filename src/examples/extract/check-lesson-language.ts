import type { Diagnostic } from '../../core/diagnostic.ts';
import { didYouMean } from '../../core/nearest-word.ts';
import type { ReadFence } from './read-fence.ts';

const languages = ['python', 'output', 'text', 'bash', 'json', 'yaml', 'mdx'];

/** The error for a fence of a lesson whose language is none that a lesson uses, or is not given. */
export function checkLessonLanguage({ language, fence }: ReadFence): Diagnostic | undefined {
  if (languages.includes(language)) return undefined;
  const isMissing = language === '';
  const problem = isMissing ? 'This fence has no language' : `\`${language}\` is not a language of a lesson`;
  const near = isMissing ? '' : didYouMean(language, languages);
  const hint = `Write one of ${languages.map((word) => `\`${word}\``).join(', ')}.`;
  return { rule: 'fence/language', place: fence.place, message: `${problem}.${near}`, hint };
}
