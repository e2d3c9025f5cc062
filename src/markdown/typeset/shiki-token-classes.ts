import type { Element } from 'hast';
import type { ShikiTransformer } from 'shiki';

/** The tokens that the site colors, by the names of Shiki's theme, with their classes. */
const classes: Readonly<Record<string, string>> = {
  keyword: 'kw',
  string: 'st',
  'string-expression': 'st',
  comment: 'co',
  constant: 'nu',
};

/**
 * Turns the style attributes of Shiki's `css-variables` theme into short classes, and unstyled spans into plain text:
 * a fraction of the HTML, and no inline styles.
 */
export const shikiTokenClasses: ShikiTransformer = {
  name: 'token-classes',
  span(node) {
    const token = /--astro-code-(?:token-)?([\w-]+)\)/.exec(String(node.properties['style'] ?? ''))?.[1] ?? '';
    delete node.properties['style'];
    const name = classes[token];
    if (name && deserves(name, node)) node.properties['class'] = name;
  },
  line(node) {
    node.children = node.children.map((child) => {
      const [text] = child.type === 'element' ? child.children : [];
      const plain = child.type === 'element' && Object.keys(child.properties).length === 0;
      return plain && text ? text : child;
    });
  },
};

/** Shiki's theme counts operators, format specifications and braces as keywords and constants; here they are plain. */
function deserves(name: string, { children }: Element): boolean {
  const text = children[0]?.type === 'text' ? children[0].value.trim() : '';
  return name === 'kw' ? /^[a-z]{2,}/.test(text) : name !== 'nu' || !/^[{}\\%]/.test(text);
}
