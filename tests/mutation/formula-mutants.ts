/** A formula with one thing changed. */
export interface FormulaMutant {
  readonly tex: string;
  readonly change: string;
}

/** Each sign, index, number, prime, and sign of a transposed table of a formula changed; words in it are left alone. */
export function formulaMutants(tex: string): FormulaMutant[] {
  const words = [...tex.matchAll(/\\(?:text|begin|end|mathsf|mathbf)\s*\{[^{}]*\}/g)];
  const isWord = (at: number) => words.some(({ index, 0: { length } }) => at >= index && at < index + length);
  return changes.flatMap(([kind, pattern, replace]) =>
    [...tex.matchAll(pattern)]
      .filter(({ index }) => kind === 'transpose' || !isWord(index))
      .flatMap((match) => {
        const changed = replace(match[0]);
        const { index } = match;
        const text = tex.slice(0, index) + changed + tex.slice(index + match[0].length);
        return text === tex
          ? []
          : [{ tex: text, change: `${kind} at ${index}: ${match[0]} → ${changed || 'nothing'}` }];
      }),
  );
}

const variables: Readonly<Record<string, string>> = { x: 'y', y: 'x', m: 'b', b: 'm', a: 'b', c: 'a', u: 'v', v: 'u' };

const changes: readonly (readonly [kind: string, pattern: RegExp, replace: (found: string) => string])[] = [
  ['sign', /[-+]/g, (sign) => (sign === '+' ? '-' : '+')],
  ['index', /_\d/g, (index) => (index === '_1' ? '_2' : '_1')],
  ['index', /_\{\d\d\}/g, (index) => `_{${index[3]}${index[2]}}`],
  ['index', /_[ij](?![A-Za-z])/g, () => ''],
  ['index', /_k(?![A-Za-z])/g, () => '_{k+1}'],
  ['index', /_\{k\+1\}/g, () => '_k'],
  ['variable', /(?<=\\frac\{\\partial \w\}\{\\partial )[a-z](?=\})/g, (name) => variables[name] ?? name],
  ['transpose', /\^(?:\{\\mathsf\{T\}\}|\{\\mathsf T\})/g, () => ''],
  ['prime', /'/g, () => ''],
  ['prime', /(?<!')'(?!')/g, () => "''"],
  ['number', /(?<![\d_.^{])\d+(?![\d.]*\})/g, (number) => String(Number(number) + 1)],
  ['number', /(?<=\^)\d/g, (number) => String(Number(number) + 1)],
];
