/** The path of the glossary, from the root of the site. */
export const glossaryPath = '/glossary/';
