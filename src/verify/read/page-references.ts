import katex, { ParseError, type Token } from 'katex';
import type { Heading, Node, Parent, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { findInvisible, insteadOf } from '../../core/odd-character.ts';
import type { Place } from '../../core/place.ts';
import type { SourceText } from '../../core/source-text.ts';
import { attributeOf, type Element, isElement, lessonElements } from '../../examples/lesson-elements.ts';
import { positionOf } from '../../examples/position-of.ts';
import { findComponentSlips } from './component-slips.ts';
import { findSlips, isOpenFormula } from './page-slips.ts';

/** A word, an address or a path that a page refers to, and its place. */
export interface Reference {
  readonly to: string;
  readonly place: Place;
}

/** The places of a page that others can refer to, and its own references. */
export interface PageReferences {
  readonly anchors: readonly string[];
  readonly links: readonly Reference[];
  readonly images: readonly Reference[];
  /** Terms of the glossary, by their slugs. */
  readonly terms: readonly Reference[];
  readonly figures: readonly Reference[];
  readonly explorables: readonly SetReference[];
}

/** A reference to an explorable, with the settings that the page gives it. */
export interface SetReference extends Reference {
  /** The name of the example that shows them, where it is not the explorable's own. */
  readonly example: string | undefined;
  readonly settings: readonly { readonly key: string; readonly text: string; readonly place: Place }[];
}

/** The references of a page of the site, and its mistakes in formulas, headings and images that need no other page. */
export function readReferences(tree: Root, source: SourceText) {
  const anchors = new Set<string>();
  const [links, images, terms]: [Reference[], Reference[], Reference[]] = [[], [], []];
  const [figures, explorables]: [Reference[], SetReference[]] = [[], []];
  const diagnostics: Diagnostic[] = [...findSlips(tree, source), ...findComponentSlips(tree, source)];
  const visit = (node: Node) => {
    const place = node.position && source.placeAt(positionOf(node as never).start.offset);
    const to = 'url' in node ? String(node.url) : '';
    if (place && node.type === 'link') links.push({ to, place });
    if (place && node.type === 'image') {
      images.push({ to, place });
      if (!('alt' in node) || !node.alt) diagnostics.push(withoutWords(place));
    }
    if (node.type === 'heading') {
      anchors.add(slugOf(textOf(node), anchors));
      if (place && (node as Heading).depth === 1) diagnostics.push(secondTitle(place));
    }
    if (isElement(node)) {
      const name = attributeOf(node, 'name') ?? '';
      anchors.add(name).add(`${node.name?.toLowerCase()}-${name}`);
      const of = node.name === 'Term' ? (attributeOf(node, 'of') ?? termSlug(textOf(node))) : undefined;
      if (place && of !== undefined) terms.push({ to: of, place });
      if (place && name !== '' && node.name === 'Figure') figures.push({ to: name, place });
      if (place && name !== '' && node.name === 'Explorable')
        explorables.push({
          to: name,
          place,
          example: attributeOf(node, 'example'),
          settings: settingsOf(node, source),
        });
    }
    if (node.type === 'inlineMath' || (node.type === 'math' && !isOpenFormula(node, source)))
      diagnostics.push(...formulaFault(node, source));
    if ('children' in node) for (const child of (node as Parent).children) visit(child);
  };
  visit(tree);
  const references: PageReferences = { anchors: [...anchors], links, images, terms, figures, explorables };
  return { references, diagnostics };
}

/** Every attribute of an explorable that is none of the component's own is a setting. */
function settingsOf(element: Element, source: SourceText): SetReference['settings'] {
  const { required = [], optional = [] } = lessonElements['Explorable'] ?? {};
  return element.attributes.flatMap((attribute) => {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') return [];
    const { name: key, value: text } = attribute;
    if (required.includes(key) || optional.includes(key)) return [];
    return [{ key, text, place: source.placeAt(positionOf(attribute as never).start.offset) }];
  });
}

/** The id that the site gives a heading; a second one of the same words gets a number. */
function slugOf(text: string, taken: ReadonlySet<string>): string {
  const slug = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
  let number = 0;
  while (taken.has(number === 0 ? slug : `${slug}-${number}`)) number += 1;
  return number === 0 ? slug : `${slug}-${number}`;
}

/** The slug of a term, from its words. */
function termSlug(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

function withoutWords(place: Place): Diagnostic {
  const hint = 'Say in the brackets what it shows: `![A parabola and its tangent](…)`.';
  return { rule: 'link/image', place, message: 'The image has no description.', hint };
}

function secondTitle(place: Place): Diagnostic {
  const hint = 'Begin it with `##`: the title of a page is in its front matter.';
  return { rule: 'link/heading', place, message: 'A page has one heading of the first level, its title.', hint };
}

const listOfKatex = 'Correct it; KaTeX lists the commands that it has at https://katex.org/docs/supported.';

/** The characters of a formula that KaTeX does not know, or its first other mistake, at their places in the formula. */
function formulaFault(node: Node, source: SourceText): Diagnostic[] {
  const { value } = node as Node & { readonly value: string };
  const fault = (position: number, why: string, hint = listOfKatex): Diagnostic[] => {
    const { start, end } = positionOf(node as never);
    const inside = source.text.slice(start.offset, end.offset).indexOf(value);
    const offset = start.offset + Math.max(inside, 0) + Math.min(position, value.length);
    const message = `The formula cannot be set: ${why}.`;
    return [{ rule: 'formula/syntax', place: source.placeAt(offset), message, hint }];
  };
  // A command that KaTeX does not trust is no error of it: the page would show the command in red.
  const refused: string[] = [];
  const trust = ({ command }: { readonly command: string }) => {
    refused.push(command);
    return false;
  };
  // A character that it does not know is no error either: the page would show it in another font.
  const unknown: Diagnostic[] = [];
  const strict = (code: string, _: string, token?: Token) => {
    // One of which nothing is seen is named wherever it is.
    if (code === 'unknownSymbol' && token && findInvisible(token.text).length === 0)
      unknown.push(...fault(token.loc?.start ?? 0, `\`${token.text}\` is no sign of it`, `${insteadOf(token.text)}.`));
    return 'ignore' as const;
  };
  try {
    katex.renderToString(value, { displayMode: node.type === 'math', strict, trust });
    const [first] = refused;
    if (first === undefined) return unknown;
    return [...unknown, ...fault(Math.max(value.indexOf(first), 0), `${first} is not allowed here`)];
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return fault(error.position ?? 0, error.rawMessage);
  }
}
