/** Made by `serve-runtime.ts` while the site is built. */
declare module 'virtual:python-runtime' {
  export const runtime: import('./page-runtime.ts').PageRuntime;
}
