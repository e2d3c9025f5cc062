import type { BlockContent, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Example } from '../examples/example.ts';
import { extractExamples } from '../examples/extract/extract-examples.ts';
import { attributeOf, type Element, isElement } from '../examples/lesson-elements.ts';
import { extractExercises } from '../exercises/extract-exercises.ts';
import { parseLesson } from '../markdown/syntax.ts';

/** A part of a lesson without components: text, or a program with what it prints. */
export type LessonPart =
  | { readonly kind: 'text'; readonly nodes: readonly RootContent[] }
  | {
      readonly kind: 'code';
      readonly code: string;
      /** The verified output; `undefined` if the lesson shows none, and for the starter of an exercise. */
      readonly output: string | undefined;
      /** Parts of one session share their names; each session begins without any. */
      readonly session: string;
      /** The exception with which it ends. */
      readonly raises: string | undefined;
      /** Whether the reader is to complete it. */
      readonly isStarter: boolean;
    };

interface Reading {
  /** The address of the lesson's page, for what cannot be shown in text. */
  readonly page: string;
  readonly examples: ReadonlyMap<number, Example>;
  readonly starters: ReadonlyMap<number, string>;
  /** Offsets of fences that belong to an example or are for the proof only. */
  readonly hidden: ReadonlySet<number>;
}

/** The parts of a lesson in their order, for programs that know Markdown and Python but no components. */
export function plainLesson(text: string, page: string): LessonPart[] {
  const tree = parseLesson(text);
  const { examples } = extractExamples({ tree, text, file: page }, 'lesson');
  const { exercises } = extractExercises(tree, text, { file: page });
  const reading: Reading = {
    page,
    examples: new Map(
      examples.filter(({ options }) => options.illustrative === undefined).map((one) => [one.code.span.start, one]),
    ),
    starters: new Map(exercises.map(({ name, starter }) => [starter.span.start, `exercise-${name}`])),
    hidden: new Set([
      ...examples.flatMap(({ output }) => (output ? [output.span.start] : [])),
      ...exercises.flatMap(({ check, alternatives, wrong, parsons, distractorFences }) =>
        [
          check,
          ...[...alternatives, ...wrong].map(({ fence }) => fence),
          ...(parsons ? [parsons] : []),
          ...distractorFences,
        ].map(({ span }) => span.start),
      ),
    ]),
  };
  return joinText(plain(tree, reading).flatMap((node) => partOf(node, reading)));
}

function partOf(node: RootContent, { examples, starters, hidden }: Reading): LessonPart[] {
  const offset = node.position?.start.offset ?? -1;
  if (node.type !== 'code') return [{ kind: 'text', nodes: [node] }];
  if (hidden.has(offset)) return [];
  const example = examples.get(offset);
  const starter = starters.get(offset);
  if (example) {
    const { code, output, session, options } = example;
    return [
      {
        kind: 'code',
        code: code.text,
        output: output && withoutPlaceholders(output.text),
        session,
        raises: options.raises,
        isStarter: false,
      },
    ];
  }
  if (starter === undefined) return [{ kind: 'text', nodes: [{ ...node, meta: null }] }];
  return [
    { kind: 'code', code: `${node.value}\n`, output: undefined, session: starter, raises: undefined, isStarter: true },
  ];
}

/** A placeholder stands for what is another at every run. */
function withoutPlaceholders(output: string): string {
  return output.replace(/⟪[^⟫\n]*⟫/g, '…');
}

function joinText(parts: readonly LessonPart[]): LessonPart[] {
  const joined: LessonPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = { kind: 'text', nodes: [...last.nodes, ...part.nodes] };
    else joined.push(part);
  }
  return joined;
}

/** The content of a node without its components: those that group are opened, and the others become text. */
function plain(parent: Root | Element, reading: Reading): RootContent[] {
  return (parent.children as RootContent[]).flatMap((child): RootContent[] => {
    if (isElement(child) && child.type === 'mdxJsxFlowElement') return flow(child, reading);
    if (child.type === 'yaml' || child.type === 'mdxFlowExpression' || child.type === 'mdxjsEsm') return [];
    return [phrasing(child, reading.page)];
  });
}

/** Components that only the page needs, or whose content belongs to the proof. */
const dropped = new Set(['Mistake', 'Remark', 'Survivor', 'Card', 'Aloud', 'ProjectSheet']);

function flow(element: Element, reading: Reading): RootContent[] {
  const name = element.name ?? '';
  const inner = () => plain(element, reading);
  const title = attributeOf(element, 'title') ?? '';
  if (dropped.has(name)) return [];
  if (name === 'Checkpoint') return [heading(2, 'Checkpoint'), ...inner()];
  if (name === 'Exercise') return [heading(3, `Exercise ${attributeOf(element, 'number')}: ${title}`), ...inner()];
  if (name === 'Note' || name === 'Hint') return [strong(name === 'Note' ? title : `Hint: ${title}`), ...inner()];
  if (name === 'Solution') return [strong('Solution'), ...inner()];
  if (name === 'Answer') return [strong('Answer'), ...inner()];
  if (name === 'Predict' || name === 'Question') return asked(element, reading);
  if (name === 'Figure') return [picture('Figure', element, reading), ...inner()];
  if (name === 'Explorable') return [picture('To explore', element, reading), ...inner()];
  return inner();
}

/**
 * A question with the right answer below. Its choices are a list, except where the reader is to find a number or a line:
 * there the labels are in the answers only.
 */
function asked(element: Element, reading: Reading): RootContent[] {
  const isChoice = (node: RootContent): node is RootContent & Element => isElement(node) && node.name === 'Choice';
  const children = element.children as RootContent[];
  const choices = children.filter(isChoice);
  const isFree = choices.some((choice) => ['line', 'within'].some((name) => attributeOf(choice, name) !== undefined));
  const shown = isFree ? [] : choices;
  const right = choices.find(({ attributes }) =>
    attributes.some((one) => one.type === 'mdxJsxAttribute' && one.name === 'right'),
  );
  const line = right && attributeOf(right, 'line');
  const rest = plain({ ...element, children: children.filter((node) => !isChoice(node)) } as Element, reading);
  const list = shown.map((choice) => ({
    type: 'listItem' as const,
    children: plain(choice, reading).slice(0, 1) as BlockContent[],
  }));
  return [
    strong(element.name === 'Predict' ? 'Predict' : 'Question'),
    ...rest,
    ...(list.length === 0 ? [] : [{ type: 'list' as const, ordered: true, start: 1, spread: false, children: list }]),
    ...(right ? [strong(line === undefined ? 'Answer' : `Answer: line ${line}`), ...plain(right, reading)] : []),
  ];
}

function picture(kind: string, element: Element, { page }: Reading): Paragraph {
  const name = attributeOf(element, 'name') ?? '';
  const url = element.name === 'Explorable' ? `${page}#explorable-${name}` : page;
  return paragraph([
    { type: 'text', value: `${kind}: ` },
    { type: 'link', url, children: [{ type: 'text', value: name }] },
  ]);
}

/** Text without components in it, whose links lead to the site from wherever it is read. */
function phrasing<Kind extends RootContent>(node: Kind, page: string): Kind {
  if (!('children' in node)) return node;
  if (node.type === 'link') return { ...node, url: absolute(node.url, page) };
  const children: RootContent[] = [];
  for (const child of node.children as RootContent[]) {
    const last = children.at(-1);
    if (!isElement(child)) children.push(phrasing(child, page));
    // The reading aloud is dropped with the space before it.
    else if (child.name === 'Aloud') {
      if (last?.type === 'text') children[children.length - 1] = { ...last, value: last.value.trimEnd() };
    } else if (child.name === 'Found') children.push({ type: 'text', value: '…' });
    else children.push(...(child.children as RootContent[]).map((inner) => phrasing(inner, page)));
  }
  return { ...node, children } as Kind;
}

/** A link of a lesson is from the root of the site, or to a part of its own page. */
function absolute(url: string, page: string): string {
  if (url.startsWith('#')) return `${page}${url}`;
  return url.startsWith('/') ? `${page.replace(/(?:guide|reference)\/[^/]*\/$/, '')}${url.slice(1)}` : url;
}

function heading(depth: 2 | 3, value: string): RootContent {
  return { type: 'heading', depth, children: [{ type: 'text', value }] };
}

function strong(value: string): Paragraph {
  return paragraph([{ type: 'strong', children: [{ type: 'text', value }] }]);
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}
