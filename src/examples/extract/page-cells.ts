/** The settings of all cells of a page in its front matter: of Quarto under `execute`, of MyST under `kernelspec`. */
export interface PageCells {
  readonly areOff: boolean;
  readonly mayRaise: boolean;
  /** The kernel, if it is one of another language. */
  readonly otherKernel?: string;
}

const kernel = /^jupyter:[ \t]*([\w.+-]+)|^[ \t]*kernelspec:[ \t]*\n(?:[ \t].*\n)*?[ \t]+name:[ \t]*["']?([\w.+-]+)/m;
/** A kernel of Python may have the name of a project; those of other languages have theirs. */
const ofOthers =
  /^(?:ir|xr|i?julia|bash|i?octave|matlab|javascript|typescript|deno|tslab|rust|evcxr|i?ruby|gophernotes|gonb|xcpp\d*|i?java|kotlin|scala|almond|i?haskell|ocaml|i?perl|php|x?lua|stata|sas)(?![a-z])/i;

/** Reads the front matter, without the lines around it. */
export function readPageCells(text: string): PageCells {
  const yaml = `${text.replaceAll('\r\n', '\n')}\n`;
  const execute = /^execute:(.*\n(?:[ \t].*\n)*)/m.exec(yaml)?.[1] ?? '';
  const says = (key: string, value: string) => new RegExp(`\\b${key}:[ \\t]*${value}\\b`, 'i').test(execute);
  const [, jupyter, name = jupyter ?? ''] = kernel.exec(yaml) ?? [];
  return {
    areOff: says('eval', 'false') || says('enabled', 'false'),
    mayRaise: says('error', 'true'),
    ...(ofOthers.test(name) && { otherKernel: name }),
  };
}

/** A page that says nothing of its cells. */
export const usualCells: PageCells = { areOff: false, mayRaise: false };
