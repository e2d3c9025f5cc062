/**
 * Whether a short piece of text announces an output: "Expected output (statistics):", "This prints:",
 * "Result", "Ausgabe:". Only text right before a plain fence is tested, so the test may be generous.
 */
export function announces(text: string): boolean {
  const sentence = lastSentence(text);
  const bare = sentence
    .replace(/\([^()]*\)|（[^（）]*）|\[[^[\]]*\]/g, ' ')
    .replace(/^[^\p{L}]+|(?<!\P{L})\P{L}+$/gu, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
  return isNoun(bare) || (/[:：]\s*$/.test(sentence) && isSentence(bare));
}

/** The text after the last full stop: a paragraph may end with the announcement. */
function lastSentence(text: string): string {
  return (
    text
      .trim()
      .split(/(?<=[.!?])\s+(?=\p{Lu})|(?<=[。！？])/u)
      .at(-1) ?? ''
  );
}

const qualifiers =
  'the|an?|your|its|our|this|expected|sample|example|actual|typical|possible|approximate|approx|partial|abbreviated|' +
  'truncated|shortened|final|full|complete|corresponding|resulting|console|terminal|program|script|code|cell|printed|python|command|line';
const nouns =
  'outputs?|results?|stdout|standard output|print(?:ed|out)|console|terminal|out|prints|returns|gives|yields|produces|displays|expected|' +
  '(?:sample|example) (?:run|session|execution)';
const after =
  'is|are|looks? like|of (?:the|this|that) (?:code|program|script|example|cell|block)|here|below|this|follows|as|on|my|machine';
const noun = new RegExp(
  `^(?:(?:${qualifiers})[ -])*(?:${nouns})(?:[ -](?:outputs?|results?|${after}))*(?: [,;–—-] ?.{1,60}|[,;] .{1,60})?$`,
);

/** The word for an output, or for a result, in the languages in which guides are most often written. */
const elsewhere = new RegExp(
  `^(?:\\p{L}+ ){0,3}(?:${[
    'ausgabe|ergebnis(?:se)?|erwartete ausgabe',
    'sorties?|résultats?|affichage',
    'salidas?|resultados?',
    'saídas?',
    'uscita|risultat[oi]',
    'uitvoer|resultaat',
    'utdata|utskrift|resultat',
    'wynik|wyjście',
    'výstup|výsledek|výsledok',
    'kimenet|eredmény',
    'ieșire|rezultat',
    'çıktı(?:sı)?|sonuç',
    'tulos(?:te)?',
    'έξοδος|αποτέλεσμα',
    'вывод|результат|вывод программы|выход',
    'вивід|вихід',
    'hasil|keluaran',
    'kết quả|đầu ra',
    'الناتج|النتيجة|المخرجات',
    'خروجی|نتیجه',
    'natija(?:si)?|chiqish',
    'פלט|תוצאה',
    'आउटपुट|परिणाम',
  ].join('|')})(?: \\p{L}+){0,3}$`,
  'u',
);
const eastAsian =
  /^\p{L}{0,8} ?(?:输出|輸出|结果|結果|出力|실행 ?결과|출력|결과)(?:为|為|是|如下|例|결과|예시)?\p{L}{0,4}$/u;

function isNoun(text: string): boolean {
  return noun.test(text) || elsewhere.test(text) || eastAsian.test(text);
}

const speaks = /\b(?:prints?|printed|outputs?|displays?|displayed|stdout|ausgegeben|affiche|imprime|stampa|выводит)\b/;
const shows =
  /^(?:(?:and|so|now|then|when|if|what) |on (?:my|your|our) \w+,? |after (?:running|executing)\b[^,]*, )*(?:this|that|these|it|which|running|run|you|we|the (?:code|program|script|example|above|results?|output|console|terminal)|executing|here is what)\b.*\b(?:gives?|produces?|returns?|yields?|shows?|results?|see|get|obtain|looks? like|be)\b/;

function isSentence(text: string): boolean {
  return text.length <= 160 && (speaks.test(text) || shows.test(text));
}
