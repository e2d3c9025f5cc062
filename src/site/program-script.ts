/**
 * A function for the script in the head of each page, `font-script.ts`, which calls it once the text of the page is seen: it
 * brings the programs of the page (`data-programs`, written by `late-scripts.ts`). A page is complete without them, and on a
 * slow network they would share the line with the stylesheet and the font of what is seen first. They need the whole page,
 * and run in their order.
 *
 * The attribute goes when they have run.
 */
export const programScript = [
  'const bringPrograms=()=>{if(document.readyState==="loading")return addEventListener("DOMContentLoaded",bringPrograms)',
  'const{dataset}=document.body',
  'let last',
  'for(const src of dataset.programs.split(" ")){last=document.createElement("script")',
  'Object.assign(last,{type:"module",async:false,src})',
  'document.head.append(last)}',
  'last.onload=last.onerror=()=>delete dataset.programs}',
].join(';');
