import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readLesson } from '../../src/verify/read/read-lesson.ts';

/** What an example prints, as its page says, and the verifier proves. @throws if the page has no such example. */
export function outputOf(page: string, id: string): string {
  const file = `content/${page}.mdx`;
  const text = readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');
  const example = readLesson(file, text).extracted.examples.find((one) => one.id === id);
  if (example?.output === undefined) throw new Error(`${page} has no example ${id} with an output`);
  return example.output.text;
}
