/** For compilers that cannot read `.astro` files. Where Astro's checks the types, the file itself comes first. */
declare module '*.astro' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  const component: AstroComponentFactory;
  export default component;
}
