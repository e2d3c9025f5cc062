/** A part of the plane: the least and the greatest value of each axis, in the axis's units. */
export interface View {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}
