import type { Code, Parent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Example } from '../examples/example.ts';
import { exampleDigest } from '../examples/example-digest.ts';
import { extractExamples } from '../examples/extract-examples.ts';
import { isElement } from '../examples/lesson-elements.ts';
import { hasPlaceholder } from '../examples/placeholders.ts';
import type { ReportedExample } from '../examples/report.ts';

export interface RemarkExamplesOptions {
  /** What the last verification said of an example. */
  readonly lookUp: (file: string, id: string) => ReportedExample | undefined;
  /** The hash with which the report's digests were made. */
  readonly hash: (text: string) => string;
  /** From the path that the file was given to the path that the report uses. */
  readonly fileName: (path: string) => string;
}

/** What a page says of its own proof, in `remarkPluginFrontmatter.proof`. */
export interface Proof {
  readonly examples: number;
  /** How many of them were run here and came out as printed. */
  readonly verified: number;
  readonly illustrative: number;
  /** Numbers and words in sentences that were computed. */
  readonly values: number;
  /** Rows of tables of derivatives, each compared with a measured slope. */
  readonly rules: number;
  readonly engines: readonly string[];
  /** The oldest of the runs, ISO 8601; empty when there was none. */
  readonly ranAt: string;
}

/**
 * Replaces each Python fence and its output fence by one `<Example>` that holds both and says what became of it, and
 * gives each `<Value>` the verdict of its example. A report on other code, or no report, is no proof: the verdict is
 * then empty.
 */
export function remarkExamples({ lookUp, hash, fileName }: RemarkExamplesOptions) {
  return (tree: Root, file: VFile): void => {
    const name = fileName(file.path);
    const { examples, values, rules } = extractExamples(tree, String(file), name, 'lesson');
    const reported = new Map<Example, ReportedExample>();
    for (const example of examples) {
      const report = lookUp(name, example.id);
      if (report?.digest === exampleDigest(example, examples, hash)) reported.set(example, report);
    }
    replaceFences(tree, examples, reported);
    markValues(tree, reported);
    const counts = { values: values.length, rules: rules.length };
    const proof = proofOf(examples, counts, [...reported.values()]);
    const data = file.data as { astro?: { frontmatter?: Record<string, unknown> } };
    if (data.astro?.frontmatter) data.astro.frontmatter['proof'] = proof;
  };
}

function replaceFences(
  tree: Root,
  examples: readonly Example[],
  reported: ReadonlyMap<Example, ReportedExample>,
): void {
  const byOffset = new Map(examples.map((example) => [example.code.span.start, example]));
  visit(tree, 'code', (node: Code, index: number | undefined, parent: Parent | undefined) => {
    const example = byOffset.get(node.position?.start.offset ?? -1);
    if (!example || !parent || index === undefined) return;
    const fences = parent.children.slice(index, index + (example.output ? 2 : 1)) as Code[];
    const element = exampleElement(example, continued(example, examples), reported.get(example), fences);
    parent.children.splice(index, fences.length, element as RootContent);
    return index + 1;
  });
}

/** A value is as proven as the example that it comes from. */
function markValues(tree: Root, reported: ReadonlyMap<Example, ReportedExample>): void {
  const verdicts = new Map([...reported.values()].map(({ id, verdict }) => [id, verdict]));
  visit(tree, (node) => {
    if (!isElement(node) || node.name !== 'Value') return;
    const of = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'of');
    const verdict = verdicts.get(typeof of?.value === 'string' ? of.value : '');
    if (verdict) node.attributes.push({ type: 'mdxJsxAttribute', name: 'verdict', value: verdict });
  });
}

/** The example whose names this one goes on with. */
function continued(example: Example, examples: readonly Example[]): Example | undefined {
  const session = examples.filter((other) => other.session === example.session);
  return session[session.indexOf(example) - 1];
}

function exampleElement(
  example: Example,
  before: Example | undefined,
  report: ReportedExample | undefined,
  fences: readonly Code[],
): MdxJsxFlowElement {
  const { id, options } = example;
  const attributes = {
    id,
    name: options.name,
    session: options.session,
    continues: before?.id,
    raises: options.raises,
    reason: options.illustrative,
    verdict: options.illustrative === undefined ? report?.verdict : 'illustrative',
    engines: report?.engines.join('; ') || undefined,
    ranAt: report?.ranAt || undefined,
    figures: report?.figures.length ? JSON.stringify(report.figures) : undefined,
  };
  return {
    type: 'mdxJsxFlowElement',
    name: 'Example',
    attributes: Object.entries(attributes).flatMap(([name, value]) =>
      value === undefined ? [] : [{ type: 'mdxJsxAttribute', name, value }],
    ),
    children: fences.map((fence) => ({ ...fence, meta: null, ...cameOut(fence, report) })),
  };
}

/** Hands what really came out to `rehypeVarying`, where the page's output holds placeholders. */
function cameOut({ lang, value }: Code, report: ReportedExample | undefined): Pick<Code, 'data'> {
  const known = lang !== 'python' && hasPlaceholder(value) && report?.verdict === 'verified' && report.output !== '';
  return known ? { data: { hProperties: { dataCameOut: report.output } } } : {};
}

function proofOf(
  examples: readonly Example[],
  counts: Pick<Proof, 'values' | 'rules'>,
  reports: readonly ReportedExample[],
): Proof {
  const verified = reports.filter(({ verdict }) => verdict === 'verified');
  return {
    examples: examples.length,
    verified: verified.length,
    illustrative: examples.filter(({ options }) => options.illustrative !== undefined).length,
    ...counts,
    engines: [...new Set(verified.flatMap(({ engines }) => engines))],
    ranAt: verified.map(({ ranAt }) => ranAt).sort()[0] ?? '',
  };
}
