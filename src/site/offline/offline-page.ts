/** A page that is cached, by its path. */
export interface KeptPage {
  readonly path: string;
  /** Empty if it is not cached. */
  readonly html: string;
}

/** The page shown in place of one that is not cached, without a network: a list of the cached pages. */
export function offlinePage(pages: readonly KeptPage[]): Response {
  const list = pages
    .flatMap(({ path, html }) => {
      // The title is already escaped, so it is inserted unchanged.
      const title = /<title>([^<]*)<\/title>/.exec(html)?.[1];
      return title === undefined ? [] : [`<li><a href="${path}">${title}</a></li>`];
    })
    .join('');
  const rest = list === '' ? '' : `<p>These pages are in this browser and work without a network:</p><ul>${list}</ul>`;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>No network · Calculus for ML</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<style>body{max-width:38rem;margin:10vh auto;padding:0 1rem;font:1.1rem/1.6 Georgia,serif}</style></head>
<body><main><h1>There is no network</h1><p>This page has not been opened in this browser yet, so it cannot be shown now.</p>
${rest}<p><a href="">Try again</a></p></main></body></html>`;
  return new Response(html, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}
