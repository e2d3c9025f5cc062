import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { isElement } from '../examples/lesson-elements.ts';

export interface RemarkPlacesOptions {
  /** From the path that the file was given to the path that errors show. */
  readonly fileName: (path: string) => string;
}

/** Components that look up a name from the lesson, and fail the build if there is no such thing. */
const lookingUp = new Set(['Explorable', 'Figure', 'Term']);

/** Passes its place to each such component, as `writtenAt="content/guide/02-derivatives.mdx:12:3"`, for its errors. */
export function remarkPlaces({ fileName }: RemarkPlacesOptions) {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node) => {
      if (!isElement(node) || !lookingUp.has(node.name ?? '') || !node.position) return;
      const { line, column } = node.position.start;
      const value = `${fileName(file.path)}:${line}:${column}`;
      node.attributes.push({ type: 'mdxJsxAttribute', name: 'writtenAt', value });
    });
  };
}
