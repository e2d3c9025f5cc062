import type { Plugin } from 'vite';

/**
 * Keeps of KaTeX's fonts only the WOFF2 files, which every browser that can show the site reads, and lets the text
 * show while they load.
 */
export function katexWoff2Only(): Plugin {
  return {
    name: 'katex-woff2-only',
    enforce: 'pre',
    transform: {
      filter: { id: /katex\.min\.css/ },
      handler: (code) => woff2Only(code),
    },
  };
}

/** Drops the WOFF and TrueType alternatives of each `@font-face`. */
export function woff2Only(css: string): string {
  return css
    .replace(/,\s*url\([^)]+\.(?:woff|ttf)\)\s*format\("(?:woff|truetype)"\)/g, '')
    .replaceAll('font-display:block', 'font-display:swap');
}
