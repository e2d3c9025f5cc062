import { execFileSync } from 'node:child_process';
import type { FoundPython } from '../src/python/native/find-pythons.ts';

/** Another processor, emulated by environment variables. */
export interface OtherMachine {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Without FMA and AVX2, glibc uses its code for processors of 2010; before version 2.33 these names ended in `_Usable`. */
const withoutFma = 'glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2,-FMA_Usable,-FMA4_Usable,-AVX2_Usable';
/** Old kernels of OpenBLAS, which run on every processor of this architecture and are the default on none. */
const kernels: Partial<Record<string, string>> = { x64: 'Prescott', arm64: 'ARMV8' };

/** The processors to emulate for these Pythons: without SIMD, without FMA, with another BLAS kernel. */
export function otherMachines(pythons: readonly FoundPython[]): OtherMachine[] {
  const features = new Set(pythons.filter(({ numpy }) => numpy !== null).flatMap(dispatchedFeatures));
  const kernel = kernels[process.arch];
  return [
    { name: 'NumPy without SIMD', env: { NPY_DISABLE_CPU_FEATURES: [...features].join(' ') } },
    { name: 'C library without FMA', env: { GLIBC_TUNABLES: withoutFma } },
    ...(kernel === undefined ? [] : [{ name: `OpenBLAS for ${kernel}`, env: { OPENBLAS_CORETYPE: kernel } }]),
  ];
}

/** The processor features that this NumPy detects and uses at run time. */
function dispatchedFeatures({ executable }: FoundPython): string[] {
  const question = `
import json
try:
    from numpy._core import _multiarray_umath as numpy
except ImportError:
    from numpy.core import _multiarray_umath as numpy
print(json.dumps([name for name in numpy.__cpu_dispatch__ if numpy.__cpu_features__.get(name)]))`;
  return JSON.parse(execFileSync(executable, ['-c', question], { encoding: 'utf8' })) as string[];
}
