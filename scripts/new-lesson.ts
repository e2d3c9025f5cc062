import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';

const template = fileURLToPath(new URL('lesson-template.mdx', import.meta.url));

/**
 * Writes a lesson that passes, after the last one: it has one of each thing that a lesson needs, to be replaced. Its notes
 * for teachers are added to `content/teaching.yaml`.
 *
 * @param title the title; its words become the address
 * @param root the folder with `content`
 * @returns the file of the lesson, from `root`
 * @throws RangeError if the title has no letter or digit, or if there is a lesson with its address
 */
export function newLesson(title: string, root: string): string {
  const slug = slugOf(title);
  if (slug === '') throw new RangeError(`The title ${JSON.stringify(title)} has no letter or digit for the address.`);
  const lessons = readdirSync(join(root, 'content/guide')).filter((name) => name.endsWith('.mdx'));
  const same = lessons.find((name) => name.replace(/^\d+-|\.mdx$/g, '') === slug);
  if (same) throw new RangeError(`There is a lesson with this address: content/guide/${same}. Choose another title.`);
  const last = lessons.toSorted().at(-1) ?? '';
  const number = lessons.length === 0 ? 0 : Number.parseInt(last, 10) + 1;
  const file = `content/guide/${String(number).padStart(2, '0')}-${slug}.mdx`;
  const before = titleOf(join(root, 'content/guide', last));
  const values = { title: JSON.stringify(title), slug, number, before: JSON.stringify(before) };
  writeFileSync(join(root, file), filled(values), { flag: 'wx' });
  appendFileSync(join(root, 'content/teaching.yaml'), notesFor(slug, last));
  return file;
}

function slugOf(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

function titleOf(file: string): string {
  if (!existsSync(file) || !file.endsWith('.mdx')) return 'Nothing';
  return /^title: *"?(.*?)"?$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? 'The lesson before';
}

/** The values are what YAML reads as they stand: a text is in quotes. */
function filled(values: Readonly<Record<string, string | number>>): string {
  return readFileSync(template, 'utf8').replace(/\{\{(\w+)\}\}/g, (_, name) => String(values[name]));
}

function notesFor(slug: string, last: string): string {
  const needs = last === '' ? [] : [last.replace(/^\d+-|\.mdx$/g, '')];
  const ask = ['What do you expect, and why?', 'What did the program print instead?', 'Where else would that happen?'];
  const misconceptions = ['first', 'second', 'third'].map((one) => ({
    belief: `The ${one} thing that people believe at first.`,
    meet: 'The run, or the picture, that shows that it is not so.',
  }));
  const signs = ['They say the result before they run it.', 'They find the mistake in a program of somebody else.'];
  const stuck = ['Where people stop, and what helps.', 'Another such place, and what helps there.'];
  return stringify({ [slug]: { needs, ask, misconceptions, signs, stuck } }, { lineWidth: 0 });
}
