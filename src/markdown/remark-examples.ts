import type { Code, Node, Parent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { hasPlaceholder } from '../examples/compare/placeholders.ts';
import type { DerivativeRule } from '../examples/derivative-rules.ts';
import type { Example, ProseValue, Verdict } from '../examples/example.ts';
import { exampleDigest, formulaDigest, type Hash, ruleDigest, runs, valueDigest } from '../examples/example-digest.ts';
import { extractExamples } from '../examples/extract/extract-examples.ts';
import type { FormulaClaim } from '../examples/formula-claim.ts';
import { attributeOf, type Element, isElement } from '../examples/lesson-elements.ts';
import { pageName } from '../examples/page-name.ts';
import type { ReportedClaim, ReportedExample } from '../examples/report.ts';
import { type ProofRecord, recordExample } from './proof-record.ts';
import type { ReportLookUp } from './report-reader.ts';

export interface RemarkExamplesOptions {
  readonly report: Pick<ReportLookUp, 'example' | 'claim'>;
  /** The hash with which the report's digests were made. */
  readonly hash: Hash;
  /** From the path that the file was given to the path that the report uses. */
  readonly fileName: (path: string) => string;
}

/** The number of statements of one kind on a page, and the number of those that are proven. */
export interface Proven {
  readonly all: number;
  readonly verified: number;
}

/** How much of a page is proven; the page gets it as `remarkPluginFrontmatter.proof`. */
export interface Proof {
  /** Without the illustrative ones, which are never run. */
  readonly examples: Proven;
  readonly illustrative: number;
  /** Numbers and words in sentences. */
  readonly values: Proven;
  /** Rows of tables of derivatives, each compared with a measured slope. */
  readonly rules: Proven;
  /** Formulas, each compared with the run of an example; without those that no run can show. */
  readonly formulas: Proven;
  /** The engines that ran the verified examples. */
  readonly engines: readonly string[];
  /** The oldest of the runs of verified examples, ISO 8601; empty when there was none. */
  readonly ranAt: string;
}

/**
 * Replaces each Python fence and its output fence by one `<Example>` that holds both and their verdict, and gives each
 * `<Value>` and `<DerivativeRules>` its own verdict. The verdict is missing if there is no report, or if the report is
 * about another version of the text.
 */
export function remarkExamples({ report, hash, fileName }: RemarkExamplesOptions) {
  return (tree: Root, file: VFile): void => {
    const name = fileName(file.path);
    const extracted = extractExamples({ tree, text: String(file), file: name }, 'lesson');
    const { examples, values, rules, formulas } = extracted;
    const reported = new Map<Example, ReportedExample>();
    for (const example of examples) {
      const found = report.example(name, example.id);
      if (found?.digest === exampleDigest(example, extracted, hash)) reported.set(example, found);
    }
    const verdictOf = (digest: string) => report.claim(name, digest)?.verdict;
    const claimOf = (value: ProseValue) => report.claim(name, valueDigest(value, extracted, hash));
    const claims = new Map(values.map((value) => [value, claimOf(value)]));
    const ofValues = new Map([...claims].map(([value, claim]) => [value, claim?.verdict]));
    const ofRules = new Map(rules.map((rule) => [rule, verdictOf(ruleDigest(rule, hash))]));
    const tied = formulas.filter(({ of }) => of !== undefined);
    const formulaClaims = new Map(
      tied.map((claim) => [claim, report.claim(name, formulaDigest(claim, extracted, hash))]),
    );
    const ofFormulas = new Map([...formulaClaims].map(([claim, reported]) => [claim, reported?.verdict]));
    const anchors = anchorsOf(tree, examples);
    replaceFences(tree, examples, { reported, page: pageName(name) });
    markValues(tree, claims);
    markRules(tree, ofRules);
    openFormulas(tree, formulaClaims);
    const data = file.data as { astro?: { frontmatter?: Record<string, unknown> } };
    if (data.astro?.frontmatter) {
      data.astro.frontmatter['proof'] = {
        ...proofOf(examples, [...reported.values()]),
        values: countProven([...ofValues.values()]),
        rules: countProven([...ofRules.values()]),
        formulas: countProven([...ofFormulas.values()]),
      } satisfies Proof;
      data.astro.frontmatter['record'] = {
        examples: examples.map((example) =>
          recordExample(example, anchors.get(example) ?? `example-${example.id}`, { reported, ofValues, ofFormulas }),
        ),
        rules: [...ofRules].map(([rule, verdict]) => ({
          function: rule.function,
          derivative: rule.derivative,
          verdict,
        })),
        exercises: [],
      } satisfies ProofRecord;
    }
  };
}

interface ReportOfPage {
  readonly reported: ReadonlyMap<Example, ReportedExample>;
  /** The name of the page in its address. */
  readonly page: string;
}

function replaceFences(tree: Root, examples: readonly Example[], { reported, page }: ReportOfPage): void {
  const byOffset = new Map(examples.map((example) => [example.code.span.start, example]));
  visit(tree, 'code', (node: Code, index: number | undefined, parent: Parent | undefined) => {
    const example = byOffset.get(node.position?.start.offset ?? -1);
    if (!example || !parent || index === undefined) return;
    const fences = parent.children.slice(index, index + (example.output ? 2 : 1)) as Code[];
    const element = exampleElement({
      example,
      before: continued(example, examples),
      report: reported.get(example),
      page,
      fences,
    });
    parent.children.splice(index, fences.length, element as RootContent);
    return index + 1;
  });
}

function markValues(tree: Root, claims: ReadonlyMap<ProseValue, ReportedClaim | undefined>): void {
  const byOffset = new Map([...claims].map(([{ span }, claim]) => [span.start, claim]));
  visit(tree, (node) => {
    if (!isElement(node) || node.name !== 'Value') return;
    const claim = byOffset.get(textOffset(node));
    setVerdict(node, claim?.verdict);
    if (claim?.problem) node.attributes.push({ type: 'mdxJsxAttribute', name: 'problem', value: claim.problem });
  });
}

/** A table of rules is proven when each of its rows is. */
function markRules(tree: Root, verdicts: ReadonlyMap<DerivativeRule, Verdict | undefined>): void {
  visit(tree, (node) => {
    if (!isElement(node) || node.name !== 'DerivativeRules') return;
    const [from, to] = [node.position?.start.line ?? 0, node.position?.end.line ?? 0];
    const own = [...verdicts].filter(([{ place }]) => place.line >= from && place.line <= to);
    const proven = own.length > 0 && own.every(([, verdict]) => verdict === 'verified');
    setVerdict(node, proven ? 'verified' : own.find(([, verdict]) => verdict !== 'verified')?.[1]);
  });
}

/**
 * A `<Formula>` is for the proof: the page has the formula in its place. One that differs from its run is marked, as a stale
 * value is.
 */
function openFormulas(tree: Root, claims: ReadonlyMap<FormulaClaim, ReportedClaim | undefined>): void {
  const byOffset = new Map([...claims].map(([{ span }, claim]) => [span.start, claim]));
  visit(tree, (node, index, parent) => {
    if (!isElement(node) || node.name !== 'Formula' || !parent || index === undefined) return;
    const { children } = node;
    const [only] = children;
    const inner = node.type === 'mdxJsxTextElement' && only?.type === 'paragraph' ? only.children : children;
    let problem: string | undefined;
    visit(node, ({ position }) => {
      problem ??= byOffset.get(position?.start.offset ?? -1)?.problem;
    });
    const shown = problem === undefined ? inner : [staleFormula(node, inner, problem)];
    (parent as Parent).children.splice(index, 1, ...(shown as RootContent[]));
    return index + shown.length;
  });
}

function staleFormula({ type }: Element, children: readonly Node[], problem: string): Node {
  const attributes = { class: 'value-stale', 'data-stale': problem, title: `Not proven on this machine: ${problem}` };
  return {
    type,
    name: type === 'mdxJsxTextElement' ? 'span' : 'div',
    attributes: Object.entries(attributes).map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value })),
    children,
  } as Node;
}

function setVerdict(element: Element, verdict: Verdict | undefined): void {
  if (verdict) element.attributes.push({ type: 'mdxJsxAttribute', name: 'verdict', value: verdict });
}

/** The offset of the text of an element, which identifies its value; -1 if it has no text. */
function textOffset(element: Element): number {
  const [inner] = element.children;
  const text = inner?.type === 'paragraph' ? inner.children[0] : inner;
  return text?.position?.start.offset ?? -1;
}

/** The anchors of examples that have none of their own: the code of a question is shown as lines to choose from. */
function anchorsOf(tree: Root, examples: readonly Example[]): Map<Example, string> {
  const anchors = new Map<Example, string>();
  visit(tree, (node) => {
    if (!isElement(node) || node.name !== 'Question' || attributeOf(node, 'kind') !== 'bug') return;
    const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const own = examples.filter(({ code }) => code.span.start >= from && code.span.end <= to);
    for (const example of own) anchors.set(example, `question-${attributeOf(node, 'name')}`);
  });
  return anchors;
}

/** The previous example of the same session. */
function continued(example: Example, examples: readonly Example[]): Example | undefined {
  const session = examples.filter((other) => other.session === example.session);
  return session[session.indexOf(example) - 1];
}

/** An example with what stands for it in the page. */
interface Shown {
  readonly example: Example;
  /** The previous example of the same session. */
  readonly before: Example | undefined;
  readonly report: ReportedExample | undefined;
  readonly page: string;
  readonly fences: readonly Code[];
}

function exampleElement({ example, before, report, page, fences }: Shown): MdxJsxFlowElement {
  const { id, options } = example;
  const lines = fences.reduce((sum, { value }) => sum + value.split('\n').length, 0);
  const attributes = {
    id,
    lines: String(lines),
    name: options.name,
    session: options.session,
    continues: before?.id,
    raises: options.raises,
    reason: options.illustrative,
    verdict: options.illustrative === undefined ? report?.verdict : 'illustrative',
    row: `${page}/${id}`,
    problem: report?.verdict === 'verified' ? undefined : report?.problem,
    figures: report?.figures.length ? JSON.stringify(report.figures) : undefined,
    place: report?.figures.length ? `${example.code.place.file}:${example.code.place.line}` : undefined,
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

/** Passes the actual output to `rehypeVarying`, where the output of the page has placeholders. */
function cameOut({ lang, value }: Code, report: ReportedExample | undefined): Pick<Code, 'data'> {
  const known = lang !== 'python' && hasPlaceholder(value) && report?.verdict === 'verified' && report.output !== '';
  return known ? { data: { hProperties: { dataCameOut: report.output } } } : {};
}

function proofOf(
  examples: readonly Example[],
  reports: readonly ReportedExample[],
): Omit<Proof, 'values' | 'rules' | 'formulas'> {
  const run = examples.filter(runs).length;
  const verified = reports.filter(({ verdict }) => verdict === 'verified');
  return {
    examples: { all: run, verified: verified.length },
    illustrative: examples.length - run,
    engines: [...new Set(verified.flatMap(({ engines }) => engines))],
    ranAt: verified.map(({ ranAt }) => ranAt).sort()[0] ?? '',
  };
}

function countProven(verdicts: readonly (Verdict | undefined)[]): Proven {
  return { all: verdicts.length, verified: verdicts.filter((verdict) => verdict === 'verified').length };
}
