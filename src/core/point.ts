/** A point in a plane; its units are those of the plane's axes: data, grid cells or CSS pixels. */
export type Point = readonly [x: number, y: number];
