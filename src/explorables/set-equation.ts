import katex from 'katex';

/** Sets an equation whose terms can be lit, as HTML: in the page as it is built, and again at every change. */
export function setEquation(tex: string): string {
  return katex.renderToString(tex, {
    displayMode: true,
    throwOnError: true,
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    trust: ({ command }) => command === '\\htmlData',
  });
}
