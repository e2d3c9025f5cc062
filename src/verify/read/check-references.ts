import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { didYouMean } from '../../core/nearest-word.ts';
import { findTargets } from '../files/find-lessons.ts';
import { spelled } from '../files/spelled.ts';
import type { Finding } from '../findings/finding.ts';
import type { Lesson } from './lesson.ts';
import type { PageReferences, Reference, SetReference } from './page-references.ts';

interface Folders {
  /** The root of the project, which contains `content/`. */
  readonly root: string;
  readonly cwd: string;
}

/**
 * The references of pages of the site that lead nowhere: links to pages and to their parts, images, terms, figures and
 * explorables. The parts of a page are known if it is one of these.
 */
export function checkReferences(lessons: readonly Lesson[], { root, cwd }: Folders): ReadonlyMap<Lesson, Finding[]> {
  const pages = lessons.filter(({ extracted }) => extracted.references);
  if (pages.length === 0) return new Map();
  const content = join(root, 'content');
  const files = existsSync(content) ? findTargets(content, root).map(({ file }) => file) : [];
  const addresses = [...files, ...pages.map(({ file }) => file)].flatMap(addressOf);
  const anchors = new Map(
    pages.flatMap(({ file, extracted }) => addressOf(file).map((one) => [one, extracted.references?.anchors ?? []])),
  );
  const known = {
    addresses,
    anchors,
    terms: termsIn(join(content, 'glossary.yaml')),
    figures: keysIn(join(root, lists.figure)),
    explorables: keysIn(join(root, lists.explorable)),
    placeOf: (path: string) => placeOf(root, path),
  };
  return new Map(pages.map((page) => [page, checkPage(page, known, { root, cwd })]));
}

interface Known {
  readonly addresses: readonly string[];
  readonly anchors: ReadonlyMap<string, readonly string[]>;
  /** The slugs of the glossary; none where there is no glossary. */
  readonly terms: readonly string[];
  /** The names of the figures and of the explorables; none where there is no list of them. */
  readonly figures: readonly string[];
  readonly explorables: readonly string[];
  /** The path, as it is spelled, of a page or a file that the site may have outside the lessons. */
  readonly placeOf: (path: string) => string | undefined;
}

/** The files of the site in which its figures and its explorables have their names. */
const lists = { figure: 'src/figures/lesson/figures.ts', explorable: 'src/explorables/explorables.ts' } as const;

/** The address of a page: `/guide/derivatives/`. */
function addressOf(file: string): string[] {
  const [, folder, name] = /(?:^|\/)(guide|reference)\/(?:\d+-)?([^/]+)\.mdx$/.exec(file) ?? [];
  return name === undefined ? [] : [`/${folder}/${name}/`];
}

/** The path of a page or a file as it is spelled. By its first part: `src/pages` has pages that are made for each lesson. */
function placeOf(root: string, path: string): string | undefined {
  const [, first = ''] = path.split('/');
  const pages = join(root, 'src/pages');
  if (first === '' || !existsSync(pages)) return path;
  const page = ['', '.astro', '.ts'].map((ending) => spelled(join(pages, `${first}${ending}`), pages)).find(Boolean);
  if (page !== undefined) return path.replace(first, basename(page, extname(page)));
  const file = spelled(join(root, 'public', path), root);
  return file && `/${relative(join(root, 'public'), file).split(sep).join('/')}${path.endsWith('/') ? '/' : ''}`;
}

function otherCase(path: string): string {
  return `Write \`${path}\`: it differs in capital letters.`;
}

function termsIn(path: string): string[] {
  if (!existsSync(path)) return [];
  return [...readFileSync(path, 'utf8').matchAll(/^\s+slug: (\S+)/gm)].map(([, slug = '']) => slug);
}

/** The keys of the object that a file of TypeScript exports, one a line. The file is not run: a checked page may bring its own. */
function keysIn(path: string): string[] {
  if (!existsSync(path)) return [];
  return [...readFileSync(path, 'utf8').matchAll(/^ {2}'?([\w-]+)'?(?::.*)?,$/gm)].map(([, key = '']) => key);
}

function checkPage({ file, extracted }: Lesson, known: Known, { root, cwd }: Folders): Finding[] {
  const { links, images, terms, figures, explorables, anchors } = extracted.references as PageReferences;
  return [
    ...links.flatMap((link) => checkLink(link, anchors, known)),
    ...images.flatMap(({ to, place }) => {
      const path = to.startsWith('/') ? join(root, 'public', to) : join(cwd, dirname(file), to);
      if (/^(?:https?|data):/.test(to)) return [];
      const there = spelled(path, root);
      if (there === path) return [];
      const top = to.startsWith('/') ? join(root, 'public') : join(cwd, dirname(file));
      const right = there && `${to.startsWith('/') ? '/' : ''}${relative(top, there).split(sep).join('/')}`;
      const hint = right ? otherCase(right) : `Add the file ${path.replace(`${cwd}/`, '')}.`;
      return [finding(place, `There is no image \`${to}\`.`, hint)];
    }),
    ...terms.flatMap(({ to, place }) =>
      known.terms.length === 0 || known.terms.includes(to)
        ? []
        : [
            finding(
              place,
              `The glossary has no term \`${to}\`.${didYouMean(to, known.terms)}`,
              'Name another with `of="…"`, or add it to content/glossary.yaml.',
            ),
          ],
    ),
    ...figures.flatMap((one) => checkName(one, 'figure', known.figures)),
    ...explorables.flatMap((one) => checkName(one, 'explorable', known.explorables)),
    ...explorables.flatMap((one) =>
      checkExample(
        one,
        extracted.examples.map(({ id }) => id),
      ),
    ),
  ];
}

function checkName({ to, place }: Reference, kind: keyof typeof lists, names: readonly string[]): Finding[] {
  if (names.length === 0 || names.includes(to)) return [];
  const message = `There is no ${kind} \`${to}\`.${didYouMean(to, names)}`;
  const hint = `${lists[kind]} has ${names.map((name) => `\`${name}\``).join(', ')}.`;
  return [{ kind: 'element', place, message, hint }];
}

function checkExample({ example, place }: SetReference, ids: readonly string[]): Finding[] {
  if (example === undefined || ids.includes(example)) return [];
  const message = `There is no example \`${example}\` on this page.${didYouMean(example, ids)}`;
  return [{ kind: 'element', place, message, hint: 'Name the example that shows this state.' }];
}

function checkLink(
  { to, place }: Reference,
  own: readonly string[],
  { addresses, anchors, placeOf: placeAt }: Known,
): Finding[] {
  const [path = '', anchor] = to.split('#');
  if (/^[a-z][a-z+.-]*:|^\/\//i.test(to)) return [];
  if (path !== '' && !path.startsWith('/')) {
    return [
      finding(
        place,
        `The link \`${to}\` is relative.`,
        'Write it from the root of the site: `/guide/derivatives/#one-side-or-two`.',
      ),
    ];
  }
  if (/^\/(?:guide|reference)\/./.test(path) && !addresses.includes(path)) {
    return [
      finding(
        place,
        `There is no page \`${path}\`.${didYouMean(path, addresses)}`,
        'A page has the name of its file, without the number.',
      ),
    ];
  }
  const there = placeAt(path);
  if (there !== path) {
    const hint = there ? otherCase(there) : 'Put a file into public/, or name a page: `/glossary/`.';
    return [finding(place, `There is no page and no file \`${path}\`.`, hint)];
  }
  const parts = path === '' ? own : anchors.get(path);
  if (anchor === undefined || parts === undefined || parts.includes(anchor)) return [];
  return [
    finding(
      place,
      `The page has no part \`#${anchor}\`.${didYouMean(anchor, parts)}`,
      'Name a heading: its words in lower case, with hyphens.',
    ),
  ];
}

function finding(place: Finding['place'], message: string, hint: string): Finding {
  return { kind: 'link', place, message, hint };
}
