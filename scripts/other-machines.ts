import { execFileSync } from 'node:child_process';
import type { FoundPython } from '../src/python/native/find-pythons.ts';

/** Another machine, as far as variables can make this one look like it. */
export interface OtherMachine {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
}

/** glibc takes a processor without FMA and AVX2 for one of 2010; before version 2.33 these names ended in `_Usable`. */
const withoutFma = 'glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2,-FMA_Usable,-FMA4_Usable,-AVX2_Usable';
/** Kernels of OpenBLAS that every processor of its kind can run, none of which it would choose today. */
const kernels: Partial<Record<string, string>> = { x64: 'Prescott', arm64: 'ARMV8' };

/** Processors that the Pythons of this machine were not made for: without SIMD, without FMA, with another BLAS kernel. */
export function otherMachines(pythons: readonly FoundPython[]): OtherMachine[] {
  const features = new Set(pythons.filter(({ numpy }) => numpy !== null).flatMap(dispatchedFeatures));
  const kernel = kernels[process.arch];
  return [
    { name: 'NumPy without SIMD', env: { NPY_DISABLE_CPU_FEATURES: [...features].join(' ') } },
    { name: 'C library without FMA', env: { GLIBC_TUNABLES: withoutFma } },
    ...(kernel === undefined ? [] : [{ name: `OpenBLAS for ${kernel}`, env: { OPENBLAS_CORETYPE: kernel } }]),
  ];
}

/** What this NumPy would use of this processor beyond what it was built for. */
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
