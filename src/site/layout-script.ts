/**
 * A script that runs in the head of a page to read, before anything is laid out: with `data-layout="later"` what is far
 * below the first screen is laid out when it comes near, and all of it a little at a time once there is a reader
 * (`lay-out-rest.ts`), so that the page is seen sooner and answers meanwhile. Not where a place further down comes first: one
 * that the address names, or one to which a reader returns. And not in browsers that do not hold what is read in its place
 * while something above it gets its height, or that do not tell when they are idle.
 */
export const layoutScript = [
  '{const [visit]=performance.getEntriesByType("navigation")',
  'if(!location.hash&&visit?.type==="navigate"&&CSS.supports("overflow-anchor","auto")&&"requestIdleCallback"in self)document.documentElement.dataset.layout="later"}',
].join(';');
