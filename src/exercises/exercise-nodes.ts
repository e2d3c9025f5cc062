import type { Code, Node, Parent } from 'mdast';
import type { Place } from '../core/place.ts';
import type { Fence } from '../examples/example.ts';
import type { ExerciseRole } from '../examples/exercise-role.ts';
import { positionOf } from '../examples/position-of.ts';

/** A fence of an exercise with its role. */
export interface RoleFence {
  readonly role: ExerciseRole;
  readonly value: string;
  /** Whether there are blanks around its equals sign. */
  readonly isSpread: boolean;
  /** Its `session=` option. */
  readonly session: string | undefined;
  readonly fence: Fence;
}

/** All nodes of a kind below a node, in document order. */
export function find<Kind extends Node>(node: Node, isKind: (node: Node) => node is Kind): Kind[] {
  const below = 'children' in node ? (node as Parent).children.flatMap((child) => find(child, isKind)) : [];
  return isKind(node) ? [node, ...below] : below;
}

export function isCode(node: Node): node is Code {
  return node.type === 'code';
}

export function placeOf(node: Node, file: string): Place {
  const { line, column } = positionOf(node as Code).start;
  return { file, line, column };
}
