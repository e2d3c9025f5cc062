/**
 * Whether a notebook shows a value as IPython writes it where `repr` is the given text: a long value in several lines, a
 * class and a function by their names, a set sorted. An address in memory is another one at every run.
 */
export function isShownValue(shown: string, repr: string): boolean {
  if (shown === repr) return true;
  const [wanted, found] = [asIPython(shown), asIPython(repr)];
  return wanted === found || (isSet(shown) && isSet(repr) && sorted(wanted) === sorted(found));
}

function asIPython(text: string): string {
  return text
    .replace(/(?<![ \t])[ \t]*\n[ \t]*/g, ' ')
    .replace(/([[({]) /g, '$1')
    .replace(/<class '([\w.]+)'>/g, '$1')
    .replace(/<(?:built-in )?function (?:__main__\.)?([\w.<]+>?)(?: at 0x[\da-f]+|\(.*\))?>/g, '<function $1>')
    .replace(/(?: object)? at 0x[\da-fA-F]+(?=[^<]{0,200}>)/g, ' at 0x');
}

function isSet(text: string): boolean {
  return /^\{[^:]+\}$/.test(text.replace(/'[^']*'|"[^"]*"/g, ''));
}

function sorted(text: string): string {
  return text.slice(1, -1).split(', ').sort().join(', ');
}
