const words =
  'no[-_ ]?tests?|no[-_ ]?run|no[-_ ]?exec(?:ute)?|no[-_ ]?eval|skip(?:[-_ ]?(?:tests?|next|doctest|if))?|' +
  'importorskip|expect[-_ ]?error';
const infoWord = new RegExp(`^(?:${words}|ignore)$`);
const infoSwitch = /^(?:eval|exec|execute|run|test|doctest)$/;
/** Names of tools and topics that may come before the word: `doctest: +SKIP`, `pytest.mark.skip`, `pytest-codeblocks:skip`. */
const topics = 'doctest|pytest|pragma|sybil|phmdoctest|mark|test|tests|testing|codeblocks?|code|python|example';
const comment = new RegExp(
  String.raw`^(?:(?:${topics})[\s:.-]+)*\+?(?:${words})(?:\s*\(.*\)|\s*:?\s*next|\s*[:,–—-]\s.*)?$`,
  'i',
);

/**
 * The mark with which other tools skip a fence: a word after its language (`notest`, `no_run`,
 * `eval=false`), a comment right before it, or one as its first line. `undefined` when there is none.
 *
 * @param info the info string
 * @param before the text of the comment right before the fence, if there is one
 * @param more other words that are such a mark
 */
export function skipMark(
  { info, before, code }: { readonly info: string; readonly before: string | undefined; readonly code: string },
  more: readonly string[] = [],
): string | undefined {
  const first = /^\s*#+(.*)/.exec(code)?.[1];
  return inInfo(info, more) ?? inComment(before, more) ?? inComment(first, more);
}

function inInfo(info: string, more: readonly string[]): string | undefined {
  const found = markIn(info, more);
  return found?.replace('=quoted', '');
}

function markIn(info: string, more: readonly string[]): string | undefined {
  const tokens = info
    .replace(/=\s*(["'])(skip|ignore|false|no)\1/g, '=$2')
    .replace(/=\s*(?:"[^"]*"|'[^']*')/g, '=quoted')
    .split(/[\s,{}:;]+/);
  return tokens.find((token) => {
    const [key = '', value] = token
      .replace(/^[.#-]/, '')
      .toLowerCase()
      .split('=');
    const off = value !== undefined && /^(?:false|no|0|skip|ignore)$/.test(value);
    return infoSwitch.test(key) ? off : (infoWord.test(key) || more.includes(key)) && !off;
  });
}

function inComment(text: string | undefined, more: readonly string[]): string | undefined {
  const word = text?.trim() ?? '';
  return more.includes(word) ? word : comment.exec(word)?.[0];
}
