import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small, fixed environment: the same hash seed, encoding and backend on every machine, few variables of this process. */
export function environment(ours: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    PATH: ours['PATH'],
    HOME: ours['HOME'],
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    COLUMNS: '80',
    PYTHONHASHSEED: '0',
    PYTHONUTF8: '1',
    MPLBACKEND: 'Agg',
    MPLCONFIGDIR: join(tmpdir(), 'calculus-for-ml-matplotlib'),
    OPENBLAS_NUM_THREADS: '1',
    OMP_NUM_THREADS: '1',
  };
}
