import { themeEvent, themeKey } from '../core/theme-names.ts';

/**
 * A script that runs in the head of each page, before anything is drawn, so that no page flashes in other colors than
 * those that the reader has chosen. It also follows the switch of the page and of other tabs.
 */
export const themeScript = [
  '{const root=document.documentElement',
  'const apply=(theme)=>{const chosen=theme==="light"||theme==="dark"',
  'if(chosen)root.dataset.theme=theme;else delete root.dataset.theme',
  'for(const meta of document.querySelectorAll("meta[data-scheme]")){const{scheme}=meta.dataset',
  'meta.media=chosen?(scheme===theme?"all":"not all"):"(prefers-color-scheme: "+scheme+")"}}',
  `try{apply(localStorage.getItem("${themeKey}"))}catch{}`,
  `addEventListener("${themeEvent}",({detail})=>apply(detail))`,
  `addEventListener("storage",({key,newValue})=>{if(key==="${themeKey}")apply(newValue)})}`,
].join(';');
