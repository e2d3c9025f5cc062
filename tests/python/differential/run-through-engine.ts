import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Engine, Limits } from '../../../src/python/engine.ts';

const runner = readFileSync(fileURLToPath(new URL('./run_programs.py', import.meta.url)), 'utf8');
const limits: Limits = { seconds: 600, outputBytes: 1 << 29, memoryBytes: 4 * 2 ** 30 };

/**
 * The programs of the differential test (JSON) run by an engine, with the `numpy` that it has: what `run_programs.py`
 * writes when it is started as a program.
 */
export async function runThroughEngine(engine: Engine, programs: string): Promise<string> {
  const values: never[] = [];
  const [[block] = []] = await engine.run([{ blocks: [{ code: blockOf(programs), values }] }], limits);
  if (block?.end.how !== 'returned') throw new Error(`The engine did not run the programs: ${JSON.stringify(block)}`);
  return Buffer.from(block.stdout, 'base64').toString('utf8');
}

function blockOf(programs: string): string {
  return `
import json, types
import numpy
runner = types.ModuleType("run_programs")
exec(compile(${JSON.stringify(runner)}, "run_programs.py", "exec"), vars(runner))
programs = json.loads(${JSON.stringify(JSON.stringify(JSON.parse(programs)))})
print(json.dumps({"numpy": numpy.__version__, "programs": [runner.run_program(program) for program in programs]}))
`;
}
