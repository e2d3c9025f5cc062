import type { Block } from './pair-outputs.ts';

/** An attribute list of kramdown, as Jekyll reads it: `{: .language-python}`. One about a fence stands below it. */
const list = /^(\{:(?:[ \t]*[.#][\w-]+)+[ \t]*\})(?:\n\{:[^\n]*\})*$/;

/** The words of a paragraph that is an attribute list. */
export function attributeListIn(paragraph: string): string | undefined {
  return list.exec(paragraph)?.[1];
}

/** A block, and the offset of its first character. */
export interface PlacedBlock {
  readonly block: Block;
  readonly start: number;
}

/**
 * The blocks of a container, in which a fence without a language has that of the attribute list below it. The list is then a
 * part of the fence of some code: an output is added after it.
 */
export function withAttributeLists(blocks: readonly PlacedBlock[]): Block[] {
  return blocks.map(({ block }, i) => {
    const next = blocks[i + 1];
    if (block.kind !== 'fence' || next?.block.kind !== 'comment') return block;
    const { read } = block;
    const words = attributeListIn(next.block.text ?? '');
    const language = /\.(?:language-)?([\w-]+)/.exec(words ?? '')?.[1]?.toLowerCase();
    if (language === undefined || words === undefined || read.language !== '' || read.meta.text !== '') return block;
    const isResult = language === 'output' || language === 'error';
    const { span } = read.fence;
    const fence = isResult ? read.fence : { ...read.fence, span: { ...span, end: next.start + words.length } };
    return { ...block, read: { ...read, language, fence } };
  });
}
