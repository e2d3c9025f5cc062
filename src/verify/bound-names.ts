const names = String.raw`[A-Za-z_]\w*`;
const assigned = new RegExp(
  String.raw`^[ \t]*(${names}(?:[ \t]*,[ \t]*${names})*)[ \t]*(?::[^=\n]+)?[-+*/|&@%]?=(?!=)`,
  'gm',
);
const changed = new RegExp(String.raw`^[ \t]*(${names})(?:\.|\[)`, 'gm');
const defined = new RegExp(String.raw`\b(?:def|class|as|for|import)\b[ \t]+(${names}(?:[ \t]*,[ \t]*${names})*)`, 'g');

/** The names that some Python assigns, defines, imports or changes, as far as its text tells. */
export function boundNames(code: string): string[] {
  const found = [assigned, changed, defined].flatMap((pattern) =>
    [...code.matchAll(pattern)].map(([, list = '']) => list),
  );
  return [...new Set(found.flatMap((list) => list.split(/[ \t]*,[ \t]*/)))];
}

/** Whether some Python assigns, defines or imports a name, as far as its text tells. */
export function bindsName(code: string, name: string): boolean {
  const binds = new RegExp(
    `^[ \\t]*(?:\\w+[ \\t]*,[ \\t]*)*${name}[ \\t]*(?:,.*)?(?:=(?!=)|:)|\\b(?:def|class|as|for|import)\\b.*\\b${name}\\b`,
    'm',
  );
  return binds.test(code);
}
