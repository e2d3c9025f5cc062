/** The look of a sheet on its own: paper and ink, whatever colors the page had. */
const look = `
:root { color-scheme: light; --color-ink: #000; --color-surface: #fff; --color-rule-strong: #777; --font-ui: Arial, sans-serif; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; background: #fff; color: #000; font: 1rem/1.5 Georgia, serif; }
h3 { margin: 0 0 0.25rem; font-size: 1.7rem; line-height: 1.2; }
h4 { margin: 2rem 0 0.5rem; font-size: 1.1rem; break-after: avoid; }
.sheet-mark { color: #444; font-weight: normal; font-style: italic; }
.sheet-facts { color: #444; }
pre { margin: 0.5rem 0; font: 0.85rem/1.5 Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.sheet-code { padding: 0.75rem; border: 1px solid #bbb; }
.sheet-output { padding: 0.25rem 0.75rem; border-left: 3px solid #777; }
.cell-figure { break-inside: avoid; }
svg, img { display: block; width: 100%; height: auto; overflow: visible; font-family: var(--font-ui); }
svg text, svg tspan { white-space: pre; }
`;

/** A sheet as an HTML file that needs nothing else. */
export function sheetFile(sheet: HTMLElement): string {
  const title = sheet.querySelector('h3')?.textContent ?? '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${look}</style>
</head>
<body>
${sheet.outerHTML}
</body>
</html>
`;
}
