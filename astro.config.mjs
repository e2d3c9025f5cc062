// @ts-check
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { defineConfig, envField } from 'astro/config';
import { fullPackages } from './src/python/page/full-packages.ts';
import { baseline } from './src/site/baseline.ts';
import { writeBook } from './src/site/book/write-book.ts';
import { checkBudgets } from './src/site/budgets/check-budgets.ts';
import { katexStyles } from './src/site/build/katex-styles.ts';
import { lateScripts } from './src/site/build/late-scripts.ts';
import { lateStyles } from './src/site/build/late-styles.ts';
import { leanKatex } from './src/site/build/lean-katex.ts';
import { leanPlot } from './src/site/build/lean-plot.ts';
import { leanPolicy } from './src/site/build/lean-policy.ts';
import { plotOnWholeUnits } from './src/site/build/plot-on-whole-units.ts';
import { reloadWithReport } from './src/site/build/reload-with-report.ts';
import { serveRuntime } from './src/site/build/serve-runtime.ts';
import { splitPages } from './src/site/build/split-pages.ts';
import { writeHeaderFiles } from './src/site/build/write-header-files.ts';
import { writeSitemap } from './src/site/build/write-sitemap.ts';
import { writeSocialPictures } from './src/site/build/write-social-pictures.ts';
import { writeTwins } from './src/site/build/write-twins.ts';
import { writeFonts } from './src/site/fonts/write-fonts.ts';
import { headScriptHashes } from './src/site/head-scripts.ts';
import { lessonProcessor } from './src/site/lesson-processor.ts';
import { keepSite } from './src/site/offline/keep-site.ts';
import { writeSearch } from './src/site/search/write-search.ts';
import { siteAddress } from './src/site/site-address.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** The verifier's report on examples, values and rules. */
const reportPath = `${root}.cache/verify/report.json`;

/** The address of the site: `BASE_PATH=/calculus-for-ml/ SITE_URL=https://example.org npm run build`. */
const base = process.env['BASE_PATH'] ?? '/';
const site = siteAddress(process.env);

/**
 * The repository of the source: `REPOSITORY_URL=https://github.com/owner/name`. Each page then links to its source and
 * to a new issue; without it, pages have neither link.
 */
const repositoryUrl = envField.string({ context: 'server', access: 'public', optional: true, url: true });

/**
 * `PACKAGE_INDEX=https://example.org/pyodide/` is a Pyodide package index, from which readers may load the real NumPy and
 * Matplotlib. Without it, pages load nothing from other origins.
 */
const packageIndex = process.env['PACKAGE_INDEX'];
const full = fullPackages(packageIndex, process.env['PACKAGE_LOCK']);

/** What pages need at once, in two files instead of ten: each file is a request. */
const firstPrograms = [
  {
    name: 'page',
    test: /\/src\/islands\/dom\/(?:after-load|came-back|fetch-part|is-typed-into|make-button|make-element|page-storage|sign-of-reader|when-near)\.ts|preload-helper/,
  },
  { name: 'progress', test: /\/src\/(?:exercises\/progress|islands\/progress)\/(?!.*(?:show-route|keep-progress))/ },
];

export default defineConfig({
  base,
  site,
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never' },
  env: { schema: { REPOSITORY_URL: repositoryUrl } },
  integrations: [
    mdx(),
    serveRuntime(base, full),
    writeSitemap(base),
    writeSocialPictures(),
    writeSearch(base),
    writeBook(base),
    // After the last page is written: fonts have the characters of all of them.
    writeFonts(base),
    lateScripts(),
    lateStyles(),
    leanPolicy(),
    writeTwins(base),
    // After all that reads the pages whole.
    splitPages(base),
    keepSite(),
    writeHeaderFiles(base),
    checkBudgets(base),
  ],
  markdown: {
    // `rehypeHighlight` highlights code.
    syntaxHighlight: false,
    processor: lessonProcessor({ root, base, reportPath }),
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        `connect-src 'self'${full ? ` ${new URL(full.index).origin}` : ''}`,
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "worker-src 'self'",
      ],
      scriptDirective: {
        resources: ["'self'", "'wasm-unsafe-eval'"],
        hashes: headScriptHashes,
      },
      // KaTeX places the parts of a formula with style attributes.
      styleDirective: { resources: [{ resource: "'unsafe-inline'", kind: 'attribute' }] },
    },
  },
  vite: {
    worker: { format: 'es' },
    environments: {
      client: {
        // Astro’s own target is the newest browsers.
        build: {
          target: [...baseline.browsers],
          rolldownOptions: { output: { codeSplitting: { groups: firstPrograms } } },
        },
      },
    },
    plugins: [katexStyles(), plotOnWholeUnits(), leanPlot(), leanKatex(), reloadWithReport(reportPath)],
    // The policy above forbids fonts in data: addresses, which Vite makes of small ones.
    build: {
      assetsInlineLimit: 0,
      // Otherwise the styles are shortened for the newest browsers: a shorthand that Safari does not know loses an underline.
      cssTarget: [...baseline.browsers],
      // Astro marks its own modules with directives of its own.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
