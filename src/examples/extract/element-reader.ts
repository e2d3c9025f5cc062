import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Place } from '../../core/place.ts';
import type { SourceText } from '../../core/source-text.ts';
import { type DerivativeRule, extractRules } from '../derivative-rules.ts';
import type { ProseValue } from '../example.ts';
import { type FormulaClaim, readFormulaClaim } from '../formula-claim.ts';
import { checkElement, type Element } from '../lesson-elements.ts';
import { positionOf } from '../position-of.ts';
import type { Dialect } from './pair-outputs.ts';
import { readValue } from './read-value.ts';

/** Reads the components of a file, one after the other: its values in sentences, its rules and its formulas. */
export class ElementReader {
  readonly values: ProseValue[] = [];
  readonly rules: DerivativeRule[] = [];
  readonly formulas: FormulaClaim[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly warnings: Diagnostic[] = [];
  readonly #source: SourceText;
  readonly #dialect: Dialect;
  readonly #foreign = new Set<string>();

  constructor(source: SourceText, dialect: Dialect) {
    this.#source = source;
    this.#dialect = dialect;
  }

  read(element: Element): void {
    const { start } = positionOf(element);
    const place = { file: this.#source.file, line: start.line, column: start.column };
    const problems = checkElement(element, place);
    if (this.#dialect === 'guide' && problems.length > 0) {
      this.#warnOfElement(element.name ?? '', place);
      return;
    }
    this.diagnostics.push(...problems);
    if (element.name === 'Value') this.#readValue(element, place);
    if (element.name === 'DerivativeRules') this.#readRules(element);
    if (element.name === 'Formula' && this.#dialect === 'lesson') this.#readFormula(element, place);
  }

  /** Warns once for each component: how it renders its children is unknown. */
  #warnOfElement(name: string, place: Place): void {
    if (this.#foreign.has(name)) return;
    this.#foreign.add(name);
    const message = `\`<${name}>\` is not a known component.`;
    this.warnings.push({ rule: 'element/unknown', place, message, hint: 'Its content is read as Markdown.' });
  }

  #readValue(element: Element, place: Place): void {
    const read = readValue(element, place, this.#source);
    if (read.diagnostic) this.diagnostics.push(read.diagnostic);
    if (read.value) this.values.push(read.value);
  }

  #readFormula(element: Element, place: Place): void {
    const { claim, diagnostics } = readFormulaClaim(element, place, this.#source);
    if (claim) this.formulas.push(claim);
    this.diagnostics.push(...diagnostics);
  }

  #readRules(element: Element): void {
    const { rules, diagnostics } = extractRules(element, (node) => {
      const { line, column } = positionOf(node).start;
      return { file: this.#source.file, line, column };
    });
    this.rules.push(...rules);
    this.diagnostics.push(...diagnostics);
  }
}
