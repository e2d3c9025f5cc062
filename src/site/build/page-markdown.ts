/** The elements of a page that are not text. */
const silent =
  'script, svg, button, nav, noscript, keep-whole, [hidden], [aria-hidden=true], .figure-plot, .place-link';

/**
 * The text of a built page as Markdown: headings, paragraphs, lists, tables and links.
 *
 * @param main the element with the text, which is changed
 * @param address the absolute address of the page, on which its links depend
 */
export function pageMarkdown(main: Element, address: string): string {
  for (const element of main.querySelectorAll(silent)) element.remove();
  return `${blocks(main, address).join('\n\n')}\n`;
}

/** The blocks of an element, in their order. */
function blocks(element: Element, address: string): string[] {
  return [...element.children].flatMap((child) => {
    const tag = child.localName;
    if (/^h[1-6]$/.test(tag)) return [`${'#'.repeat(Number(tag.slice(1)))} ${inline(child, address)}`];
    if (tag === 'ul' || tag === 'ol') return [listOf(child, address)];
    if (tag === 'table') return [tableOf(child, address)];
    if (tag === 'pre') return [`\`\`\`\n${child.textContent}\n\`\`\``];
    if (isInline(child)) return [inlineNode(child, address)];
    if (/^(?:p|dt|dd|figcaption|summary)$/.test(tag) || child.children.length === 0)
      return [inline(child, address)].filter((text) => text !== '');
    return blocks(child, address);
  });
}

const isInline = (element: Element) => /^(?:a|span|strong|em|code|time|abbr)$/.test(element.localName);

function listOf(list: Element, address: string): string {
  const items = [...list.children].map((item, i) => {
    const parts = item.querySelector('p, h3, ul, ol, dl') ? blocks(item, address) : [inline(item, address)];
    return `${list.localName === 'ol' ? `${i + 1}.` : '-'} ${parts.map(withoutRank).join('\n').replaceAll('\n', '\n   ')}`;
  });
  return items.join('\n');
}

/** A heading in a list is a line of it. */
const withoutRank = (part: string) => part.replace(/^#+ (.*)$/, '**$1**');

function tableOf(table: Element, address: string): string {
  const rows = [...table.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => inline(cell, address).replaceAll('|', '\\|')),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

function inline(element: Element, address: string): string {
  const words = [...element.childNodes].map((node) => inlineNode(node, address));
  return words.join('').replace(/\s+/g, ' ').trim().replace(/^#/, '\\#');
}

function inlineNode(node: ChildNode, address: string): string {
  if (node.nodeType === 3) return node.textContent ?? '';
  const element = node as Element;
  const text = inline(element, address);
  if (element.localName === 'a') return `[${text}](${new URL(element.getAttribute('href') ?? '', address).href})`;
  if (element.localName === 'code') return `\`${text}\``;
  if (element.localName === 'strong') return `**${text}**`;
  return element.localName === 'em' ? `*${text}*` : text;
}
