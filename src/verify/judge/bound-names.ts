const names = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const assigned = new RegExp(
  String.raw`^[ \t]*(${names}(?:[ \t]*,[ \t]*${names})*)[ \t]*(?::[^=\n]+)?[-+*/|&@%]?=(?!=)`,
  'gmu',
);
const changed = new RegExp(String.raw`^[ \t]*(${names})(?:\.|\[)`, 'gmu');
const defined = new RegExp(String.raw`\b(?:def|class|as|for|import)\b[ \t]+(${names}(?:[ \t]*,[ \t]*${names})*)`, 'gu');

/** The names that some Python assigns, defines, imports or changes, as far as its text tells. */
export function boundNames(code: string): string[] {
  const found = [assigned, changed, defined].flatMap((pattern) =>
    [...code.matchAll(pattern)].map(([, list = '']) => list),
  );
  return [...new Set(found.flatMap((list) => list.split(/[ \t]*,[ \t]*/)))];
}

/** Whether some Python assigns, defines or imports a name, as far as its text tells. */
export function bindsName(code: string, name: string): boolean {
  const one = `(?<![\\w.])${name}(?!\\w)`;
  const binds = [
    String.raw`^[ \t]*[(\[]?[\w, \t*]*${one}[\w, \t*)\]]*(?::[^=\n]+)?=(?!=)`,
    String.raw`\b(?:def|class|as)[ \t]+\(?[\w, \t]*${one}`,
    String.raw`\bfor\b[^\n:]*?${one}[^\n:]*?\bin\b`,
    String.raw`\bimport\b[^\n]*${one}(?![.\w]*[ \t]+as\b)`,
    String.raw`\b(?:global|nonlocal)[ \t]+[\w, \t]*${one}|${one}[ \t]*:=`,
  ];
  return new RegExp(binds.join('|'), 'm').test(code.replace(/#.*$/gm, ''));
}

/** Whether all uses of a name in some Python are on the left of its assignment, so that its old value does not count. */
export function rebinds(code: string, name: string): boolean {
  const [first = ''] = code.split('\n').filter((line) => new RegExp(`\\b${name}\\b`).test(line));
  return new RegExp(`^[ \\t]*${name}[ \\t]*(?::[^=\\n]+)?=(?!=)(?!.*\\b${name}\\b)`).test(first);
}

/** Whether some Python imports all names of a module: which ones, its text does not tell. */
export function imposesNames(code: string): boolean {
  return /^[ \t]*from[ \t]+[\w.]+[ \t]+import[ \t]+\*/m.test(code);
}

/** Keywords and built-in functions that no block has to define. */
const ofPython = new Set(
  (
    'False None True and as assert async await break case class continue def del elif else except finally for from global if ' +
    'import in is lambda match nonlocal not or pass raise return try while with yield ' +
    'abs all any bool bytes callable chr complex dict dir divmod enumerate filter float format frozenset getattr hasattr hash ' +
    'help id input int isinstance issubclass iter len list map max min next object open ord pow print property range repr ' +
    'reversed round set setattr slice sorted staticmethod classmethod str sum super tuple type vars zip'
  ).split(' '),
);

const commentOrString =
  /#.*|(?:(?<!\w)([bfrtu]{1,2}))?('''[\s\S]*?'''|"""[\s\S]*?"""|'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*")/gi;

/** Some Python without its comments and strings; what stands in the braces of an f-string stays. */
export function withoutStrings(code: string): string {
  return code.replace(commentOrString, (_, prefix: string | undefined, text: string | undefined) =>
    /f/i.test(prefix ?? '') ? (text?.match(/\{[^{}]*\}/g) ?? []).join(' ') : ' ',
  );
}

/** The names that some Python uses or binds, outside of comments and strings; no attributes, nothing that Python brings. */
export function usedNames(code: string): Set<string> {
  const found = withoutStrings(code).match(/(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
  return new Set(found.filter((name) => !ofPython.has(name)));
}
