/**
 * A script that runs in the head of each page and brings its fonts, but for that of prose, once its text is seen, which would
 * wait for them otherwise: first those of what is laid out (`data-fonts`, written by `src/site/fonts/write-fonts.ts`), all at
 * once, so that the text is set anew only once; the others when they are needed. They are read from the block of the
 * stylesheet that browsers without programs heed (`late-faces.ts`). On a page that comes from the service worker they are at
 * hand: there they are asked for at once, so that a reader who goes from page to page sees no other fonts in between.
 *
 * The attribute goes when the fonts have come.
 */
export const fontScript = [
  '{const root=document.documentElement,first=root.dataset.fonts?.split(" ")',
  'const bring=async()=>{const rules=[...document.styleSheets].flatMap(({cssRules})=>[...cssRules]).find(({cssRules})=>cssRules?.[0]?.type===5)?.cssRules',
  // The stylesheet is still on its way.
  'if(!rules)return requestAnimationFrame(bring)',
  'const early=[],faces=[...rules].map(({style,cssText})=>{const get=(name)=>style.getPropertyValue(name)',
  'const face=new FontFace(get("font-family").replace(/"/g,""),get("src"),{style:get("font-style"),weight:get("font-weight"),unicodeRange:get("unicode-range"),display:"swap"})',
  'if(first.some((address)=>cssText.includes(address)))early.push(face.load())',
  'return face})',
  'await Promise.allSettled(early)',
  'for(const face of faces)document.fonts.add(face)',
  'delete root.dataset.fonts}',
  'if(first&&navigator.serviceWorker?.controller){for(const address of first)new FontFace("early","url("+address+")").load()',
  'bring();bringPrograms()}else if(first)new PerformanceObserver((_,seen)=>{seen.disconnect();bring();bringPrograms()}).observe({type:"paint",buffered:true})}',
].join(';');
