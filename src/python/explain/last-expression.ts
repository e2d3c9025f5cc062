/** A last statement of a block that is an expression, whose value is not kept. */
export interface LastExpression {
  /** Its source; one line. */
  readonly text: string;
  /** Whether it is a call, which may have been made for its effect. */
  readonly isCall: boolean;
}

const statements =
  /^(?:if|elif|else|for|while|def|class|return|import|from|try|except|finally|with|pass|break|continue|raise|assert|del|global|nonlocal|async|match|case|type)/;

/**
 * The expression at the end of a block, whose value a script does not show; `undefined` if the block ends with another
 * statement. The time is proportional to the length of the code.
 */
export function lastExpression(code: string): LastExpression | undefined {
  const text = lastStatement(code);
  const bare = withoutGroups(text);
  if (text === '' || /^\s/.test(text) || text.includes('\n')) return undefined;
  const word = /^[A-Za-z_]\w*/.exec(text)?.[0] ?? '';
  if (word !== '' && statements.exec(word)?.[0] === word) return undefined;
  // An assignment, an annotation, or a string as a comment.
  const colons = count(bare, /:(?!=)/g) - count(bare, /\blambda\b/g);
  if (/(?<![=<>!])=(?!=)/.test(bare) || colons > 0 || /^["']+$/.test(bare)) return undefined;
  return { text: text.trim(), isCall: /^[\w.]+\(\)$/.test(bare.replace(/\s/g, '')) };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** The last statement that begins at the left edge, with its indented lines, without the comment after it. */
function lastStatement(code: string): string {
  let begin = 0;
  let last = '';
  const keep = (end: number) => {
    const text = code.slice(begin, end);
    if (text.trim() !== '') last = begin > 0 && code[begin - 1] === ';' ? text.trimStart() : text;
  };
  let depth = 0;
  for (const { index, 0: token } of code.matchAll(tokens)) {
    if (token === '\n' || token === ';' || token.startsWith('#')) {
      if (depth > 0 && token !== ';') continue;
      keep(index);
      begin = index + (token.startsWith('#') ? token.length : 1);
    } else if ('([{'.includes(token)) depth += 1;
    else if (')]}'.includes(token)) depth -= 1;
  }
  keep(code.length);
  return last.trimEnd();
}

/** Whether the last statement ends with a semicolon, after which a notebook does not show its value. */
export function endsWithSemicolon(code: string): boolean {
  let isLast = false;
  let end = 0;
  for (const { index, 0: token } of code.matchAll(tokens)) {
    if (code.slice(end, index).trim() !== '') isLast = false;
    if (token !== '\n' && !token.startsWith('#')) isLast = token === ';';
    end = index + token.length;
  }
  return isLast && code.slice(end).trim() === '';
}

/** Whole strings, comments, escaped line ends, brackets, and the ends of statements. */
const tokens =
  /"""(?:[^"\\]|\\[\s\S]|"(?!""))*(?:"""|$)|'''(?:[^'\\]|\\[\s\S]|'(?!''))*(?:'''|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|#[^\n]*|\\\n|[()[\]{};\n]/g;

/** The statement without the contents of brackets and strings. */
function withoutGroups(text: string): string {
  let depth = 0;
  let at = 0;
  let bare = '';
  for (const { index, 0: token } of text.matchAll(tokens)) {
    if (depth === 0) bare += text.slice(at, index);
    const opens = '([{'.includes(token);
    const closes = ')]}'.includes(token);
    if (closes) depth -= 1;
    if (depth === 0) bare += opens || closes ? token : token[0] === '"' || token[0] === "'" ? '""' : '';
    if (opens) depth += 1;
    at = index + token.length;
  }
  return depth === 0 ? bare + text.slice(at) : bare;
}
