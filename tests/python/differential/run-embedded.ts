import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { startEmbeddedHost } from '../../../src/python/embedded/embedded-host.ts';
import { prepareRuntime } from '../../../src/python/interpreter/runtime-folder.ts';
import { runThroughEngine } from './run-through-engine.ts';

/** Runs programs with our NumPy in WebAssembly: `node scripts/differential.ts --ours 'node <this file>'`. */
const cache = fileURLToPath(new URL('../../../.cache/python', import.meta.url));
const engine = startEmbeddedHost(await prepareRuntime(cache));
process.stdout.write(await runThroughEngine(engine, await text(process.stdin)));
await engine.close();
