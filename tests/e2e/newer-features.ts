import postcss, { type AtRule, type Declaration, type Node, type Rule } from 'postcss';
import { browsers, features } from 'web-features';
import { baseline } from '../../src/site/baseline.ts';

const engines = ['chrome', 'firefox', 'safari'] as const;
const end = `${baseline.year}-12-31`;
const released = Object.fromEntries(
  engines.map((engine) => [engine, new Map(browsers[engine].releases.map(({ version, date }) => [version, date]))]),
);

/** Objects of the language and of pages; those of graphics cards and headsets have members with everyday names. */
const ofPages =
  /^(?:javascript\.builtins|webassembly\.api|api\.(?:Abort|Blob|CSS|Cache|Custom|DOM|Document|Element|Event|File|HTML|Intersection|Mutation|Navigator|Node|Performance|Range|Re(?:quest|sponse|size)|Selection|Service|Shadow|URL|Window|Worker)\w*)\./;

/** The features that some engine did not have at the end of the year, by the keys of MDN's compatibility data. */
const newer = new Map<string, string>();
/** Names of members of objects that no older object has, and the feature of each. */
const newMembers = new Map<string, string>();

for (const [id, feature] of Object.entries(features)) {
  if (feature.kind !== 'feature') continue;
  for (const [key, { support }] of Object.entries(feature.status.by_compat_key ?? {})) {
    const isNew = engines.some((engine) => !hadIt(engine, support[engine]));
    if (isNew) newer.set(key, id);
    if (!ofPages.test(key)) continue;
    const name = key.replace(/_(?:static|event)$/, '').replace(/.*\./, '');
    newMembers.set(name, isNew && newMembers.get(name) !== '' ? id : '');
  }
}

function hadIt(engine: (typeof engines)[number], version: string | undefined): boolean {
  if (version === undefined) return false;
  return (released[engine]?.get(version.replace('≤', '')) ?? '') <= end;
}

/** What of a stylesheet is newer than the year, by feature. */
export function newerInStyles(css: string): Set<string> {
  const keys: string[] = [];
  postcss.parse(css).walk((node: Node) => {
    if (node.type === 'decl') keys.push(...keysOfDeclaration(node as Declaration));
    if (node.type === 'atrule') keys.push(...keysOfAtRule(node as AtRule));
    if (node.type === 'rule') keys.push(...keysOfRule(node as Rule));
  });
  return featuresOf(keys);
}

function keysOfDeclaration({ prop, value }: Declaration): string[] {
  const key = `css.properties.${prop}`;
  const words = value.match(/[a-z][\w-]*/gi) ?? [];
  const called = [...value.matchAll(/([a-z-]+)\(/g)].map(([, name]) => name);
  const types = [...newer.keys()].filter((one) =>
    called.some((name) => one.startsWith('css.types.') && one.endsWith(`.${name}`)),
  );
  // What its shorthand may include is no word.
  const included = prop === 'text-decoration' && value.includes(' ') ? [`${key}.includes_thickness`] : [];
  return [key, ...words.map((word) => `${key}.${word}`), ...types, ...included];
}

function keysOfAtRule({ name, params }: AtRule): string[] {
  return [`css.at-rules.${name}`, ...(params.match(/[a-z-]+/g) ?? []).map((word) => `css.at-rules.${name}.${word}`)];
}

function keysOfRule({ selector, parent }: Rule): string[] {
  const names = [...selector.matchAll(/::?([a-z-]+)/g)].map(([, name]) => `css.selectors.${name}`);
  return parent?.type === 'rule' ? ['css.selectors.nesting', ...names] : names;
}

/** What of a page's elements and attributes is newer than the year, by feature. */
export function newerInPage(html: string): Set<string> {
  const keys = [...html.matchAll(/<([a-z][\w-]*)((?:\s[^<>]*)?)>/g)].flatMap(([, tag, attributes = '']) => {
    const pairs = [...attributes.matchAll(/\s([a-z-]+)(?:=("[^"]*"|'[^']*'|[^\s"']+))?/g)];
    return pairs.flatMap(([, name, value = '']) => {
      const own = [`html.global_attributes.${name}`, `html.elements.${tag}.${name}`];
      return [...own, ...own.map((key) => `${key}.${value.replace(/^["']|["']$/g, '')}`)];
    });
  });
  return featuresOf(keys);
}

/**
 * What of a program is newer than the year, by feature: members of objects.
 *
 * @param own all of our programs: a member that one of them defines is another thing
 */
export function newerInProgram(code: string, own: string): Set<string> {
  const found = [...code.matchAll(/(?:[\w)\]}]\??\.|\bnew )([A-Za-z_]\w*)/g)].flatMap(([, name = '']) => {
    const id = newMembers.get(name);
    return id && !new RegExp(`(?:^\\s*|readonly |get |#)${name}\\??[:(<]`, 'm').test(own) ? [id] : [];
  });
  return new Set(found);
}

function featuresOf(keys: readonly string[]): Set<string> {
  return new Set(keys.map((key) => newer.get(key)).filter((id) => id !== undefined));
}
