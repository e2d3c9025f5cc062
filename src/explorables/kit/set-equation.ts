import katex from 'katex';

/** Space below a term for its underline, which KaTeX does not include: the depth of a parenthesis and the line. */
const room = String.raw`\rule[-0.36em]{0em}{0.36em}`;

/** The same below a sum over two lines: a fraction puts its own line nearer to that than to one line. */
const sumRoom = String.raw`\rule[-0.45em]{0em}{0.45em}`;

/** The height of a power of ten, without any ink. */
const powerRoom = String.raw`\rule{0em}{0.865em}`;

/** Renders an equation whose terms can be highlighted as HTML: in the build, and again at every change. */
export function setEquation(tex: string): string {
  const html = katex.renderToString(tex, {
    displayMode: true,
    throwOnError: true,
    macros: { '\\termroom': room, '\\sumroom': sumRoom, '\\powerroom': powerRoom },
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    trust: ({ command }) => command === '\\htmlData',
  });
  return (
    html
      // KaTeX makes a delimiter that stands for a value an identifier, and leaves it what only an operator has.
      .replaceAll('<mi stretchy="false">', '<mi>')
      // It writes the spaces between columns, of which a single column has none.
      .replaceAll(' columnspacing=""', '')
      // Room is for the eye: what is read aloud has none.
      .replaceAll(/<mpadded [^>]*><mspace [^>]*><\/mspace><\/mpadded>/g, '')
  );
}

/** A piece of TeX whose place in what is seen of the set equation can be found, as `data-slot`. */
export function slot(index: number, tex: string): string {
  return `\\htmlData{slot=${index}}{${tex}}`;
}
