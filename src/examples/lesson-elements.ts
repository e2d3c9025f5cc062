import type { Node } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Diagnostic } from '../core/diagnostic.ts';
import { didYouMean } from '../core/nearest-word.ts';
import type { Place } from '../core/place.ts';

export type Element = MdxJsxFlowElement | MdxJsxTextElement;

interface ElementRule {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Attributes without a value: `<Choice right>`. */
  readonly flags?: readonly string[];
  /** It may have other attributes as well, which the component itself checks. */
  readonly open?: true;
}

/** The components that a lesson may use, with their attributes. The site maps each name to a component. */
export const lessonElements: Readonly<Record<string, ElementRule>> = {
  Value: { required: ['of', 'expr'], optional: ['format'] },
  Exercise: { required: ['number', 'title'], optional: ['name', 'tries', 'objectives', 'handles'] },
  Mistake: { required: ['of'], optional: [] },
  Remark: { required: ['of'], optional: [] },
  Found: { required: ['name'], optional: [] },
  Survivor: { required: ['of'], optional: [] },
  Hint: { required: ['title'], optional: [] },
  Solution: { required: [], optional: [] },
  Checkpoint: { required: [], optional: [] },
  Predict: { required: ['name', 'of', 'objectives'], optional: [] },
  Question: { required: [], optional: ['ask', 'kind', 'name', 'objectives', 'from'] },
  Choice: { required: [], optional: ['line', 'within'], flags: ['right'] },
  Answer: { required: [], optional: [] },
  Card: { required: [], optional: [] },
  Explorable: { required: ['name'], optional: ['example', 'objectives', 'title'], open: true },
  Figure: { required: ['name'], optional: [] },
  Aloud: { required: [], optional: [] },
  Term: { required: [], optional: ['of'] },
  DerivativeRules: { required: [], optional: [] },
  Formula: { required: [], optional: ['of', 'where', 'in', 'returns', 'untied'] },
  Note: { required: ['title'], optional: [] },
  Opening: { required: [], optional: [] },
  ProjectSheet: { required: [], optional: [] },
};

export function isElement(node: Node): node is Element {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Errors in an element's name or attributes. Lower-case names are HTML and always pass. */
export function checkElement(element: Element, place: Place): Diagnostic[] {
  const { name } = element;
  if (name === null || /^[a-z]/.test(name)) return [];
  const rule = lessonElements[name];
  if (!rule) return [unknownElement(name, place)];
  const given = element.attributes.flatMap((a) => (a.type === 'mdxJsxAttribute' ? [a.name] : []));
  const flags = rule.flags ?? [];
  const allowed = [...rule.required, ...rule.optional, ...flags];
  const written = `<${name}${rule.required.map((key) => ` ${key}="…"`).join('')}>`;
  const diagnose = (message: string): Diagnostic => ({
    rule: 'element/attribute',
    place,
    message,
    hint: `Write \`${written}\`.`,
  });
  return [
    ...rule.required.filter((key) => !given.includes(key)).map((key) => diagnose(`\`<${name}>\` lacks \`${key}\`.`)),
    ...given
      .filter((key) => !rule.open && !allowed.includes(key))
      .map((key) => diagnose(`\`<${name}>\` takes no \`${key}\`.${didYouMean(key, allowed)}`)),
    ...given.filter((key, i) => given.indexOf(key) < i).map((key) => diagnose(`\`<${name}>\` has \`${key}\` twice.`)),
    ...element.attributes.flatMap((a) => wrongValue(a, { element: name, flags, place })),
  ];
}

/** The element whose attributes are checked. */
interface Checked {
  readonly element: string;
  readonly flags: readonly string[];
  readonly place: Place;
}

/** An attribute is text in quotes, and a flag has no value. */
function wrongValue(attribute: Element['attributes'][number], { element, flags, place }: Checked): Diagnostic[] {
  const flag = attribute.type === 'mdxJsxAttribute' && flags.includes(attribute.name) ? attribute.name : undefined;
  const isText = attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string';
  if (isText === (flag === undefined)) return [];
  const rule = 'element/attribute';
  return flag === undefined
    ? [
        {
          rule,
          place,
          message: `The attributes of \`<${element}>\` are text in quotes, not code in braces.`,
          hint: 'Write `name="text"`.',
        },
      ]
    : [{ rule, place, message: `\`${flag}\` takes no value.`, hint: `Write \`<${element} ${flag}>\`.` }];
}

/** The text of an attribute: empty for one without a value, `undefined` for one that is missing or holds code. */
export function attributeOf({ attributes }: Element, name: string): string | undefined {
  const found = attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  if (found === undefined) return undefined;
  return found.value === null || found.value === undefined
    ? ''
    : typeof found.value === 'string'
      ? found.value
      : undefined;
}

function unknownElement(name: string, place: Place): Diagnostic {
  const names = Object.keys(lessonElements);
  return {
    rule: 'element/unknown',
    place,
    message: `There is no component \`<${name}>\`.${didYouMean(name, names)}`,
    hint: `A lesson may use ${names.map((known) => `\`<${known}>\``).join(', ')}.`,
  };
}
