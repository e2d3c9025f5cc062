import type { Code, Parent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Example } from '../examples/example.ts';
import { exampleDigest } from '../examples/example-digest.ts';
import { extractExamples } from '../examples/extract-examples.ts';
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
  readonly engines: readonly string[];
  /** The oldest of the runs, ISO 8601; empty when there was none. */
  readonly ranAt: string;
}

/**
 * Replaces each Python fence and its output fence by one `<Example>` that holds both and says what became of it. A
 * report on other code, or no report, is no proof: the verdict is then empty.
 */
export function remarkExamples({ lookUp, hash, fileName }: RemarkExamplesOptions) {
  return (tree: Root, file: VFile): void => {
    const name = fileName(file.path);
    const { examples, values } = extractExamples(tree, String(file), name, 'lesson');
    const reported = new Map<Example, ReportedExample>();
    for (const example of examples) {
      const report = lookUp(name, example.id);
      if (report?.digest === exampleDigest(example, examples, hash)) reported.set(example, report);
    }
    replaceFences(tree, examples, reported);
    const proof = proofOf(examples, values.length, [...reported.values()]);
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
  };
  return {
    type: 'mdxJsxFlowElement',
    name: 'Example',
    attributes: Object.entries(attributes).flatMap(([name, value]) =>
      value === undefined ? [] : [{ type: 'mdxJsxAttribute', name, value }],
    ),
    children: fences.map((fence) => ({ ...fence, meta: null })),
  };
}

function proofOf(examples: readonly Example[], values: number, reports: readonly ReportedExample[]): Proof {
  const verified = reports.filter(({ verdict }) => verdict === 'verified');
  return {
    examples: examples.length,
    verified: verified.length,
    illustrative: examples.filter(({ options }) => options.illustrative !== undefined).length,
    values,
    engines: [...new Set(verified.flatMap(({ engines }) => engines))],
    ranAt: verified.map(({ ranAt }) => ranAt).sort()[0] ?? '',
  };
}
