/**
 * The names that are visible in `line`, one of the lines of the code: those at the top level, and those of the function
 * around it. Names that only this line defines are left out, since they have no value yet. Each line is read on its own,
 * which is enough for a suggestion. The time is proportional to the length of the code.
 */
export function visibleNames(code: string, line: string): string[] {
  const texts = code.split('\n');
  const lines = texts.map(tokensOf);
  const blamed = line === '' ? -1 : texts.indexOf(line);
  const functions = functionOfEach(texts, lines);
  const here = functions[blamed] ?? -1;
  const names = lines.flatMap((tokens, i) => {
    const isVisible = i !== blamed && (functions[i] === -1 || functions[i] === here);
    return [...(isVisible ? definedBy(tokens) : []), ...(i === here ? parametersOf(tokens) : [])];
  });
  return [...new Set(names)];
}

/** Names, operators and brackets of a line, without strings and comments. */
function tokensOf(line: string): string[] {
  const code = line.replace(/"[^"]*"|'[^']*'/g, '0').replace(/#.*$/, '');
  return code.match(/[A-Za-z_]\w*|[<>!=:]?=|\S/g) ?? [];
}

/** For each line the line of the `def` that it is indented under, or −1. */
function functionOfEach(texts: readonly string[], lines: readonly (readonly string[])[]): number[] {
  let open = -1;
  let indent = 0;
  return lines.map((tokens, i) => {
    if (tokens.length === 0) return open;
    const text = texts[i] ?? '';
    const depth = text.length - text.trimStart().length;
    if (open >= 0 && depth <= indent) open = -1;
    const around = open;
    if (open < 0 && tokens.includes('def')) [open, indent] = [i, depth];
    return around;
  });
}

/** `a, b = …`, `for i in …`, `import x as y`, `def f(…)`, `with … as f`, `(n := …)`. */
function definedBy(tokens: readonly string[]): string[] {
  return tokens.flatMap((token, i) => {
    if (token === 'def' || token === 'class' || token === 'as') return names(tokens.slice(i + 1, i + 2));
    if (token === 'for') return names(tokens.slice(i + 1, tokens.indexOf('in', i)));
    if (token === 'import' && tokens.indexOf('import') === i) return names(tokens.slice(i + 1));
    if (token === ':=') return names(tokens.slice(i - 1, i));
    if (token === '=' && isFirstOutside(tokens, i)) return targets(tokens.slice(0, i));
    return [];
  });
}

function isFirstOutside(tokens: readonly string[], i: number): boolean {
  return tokens.indexOf('=') === i && !tokens.slice(0, i).some((token) => token === '(' && tokens[0] !== '(');
}

/** Names that stand alone on the left of `=`: neither an index nor an attribute. */
function targets(left: readonly string[]): string[] {
  const end = left.findIndex((token) => token === '[' || token === ':');
  const outside = end < 0 ? left : left.slice(0, end);
  return names(outside.filter((_, i) => outside[i - 1] !== '.'));
}

function parametersOf(tokens: readonly string[]): string[] {
  return names(tokens.slice(tokens.indexOf('(')));
}

function names(tokens: readonly string[]): string[] {
  return tokens.filter((token) => /^[A-Za-z_]/.test(token) && token !== 'as');
}
