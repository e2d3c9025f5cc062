import * as composed from './composed-functions.ts';
import * as elementary from './elementary-functions.ts';
import type { FunctionOfOne } from './function-of-one.ts';
import * as polynomials from './polynomials.ts';

export * from './composed-functions.ts';
export * from './elementary-functions.ts';
export * from './polynomials.ts';

/** Every function of one variable by name, for menus and for tests that must leave none out. */
export const functionsOfOne: Readonly<Record<string, FunctionOfOne>> = { ...polynomials, ...elementary, ...composed };
