import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startEmbeddedHost } from '../../../src/python/embedded/embedded-host.ts';
import { defaultLimits } from '../../../src/python/engine.ts';
import { prepareRuntime } from '../../../src/python/interpreter/runtime-folder.ts';
import { scratchFolder } from '../../verify/scratch-folder.ts';

it('may be reached by a link, as where the folder of caches is on another disk', async () => {
  const link = join(scratchFolder(), 'python');
  symlinkSync(fileURLToPath(new URL('../../../.cache/python', import.meta.url)), link, 'junction');
  const host = startEmbeddedHost(await prepareRuntime(link), undefined, 1);
  try {
    const [[result] = []] = await host.run([{ blocks: [{ code: 'print(1)', values: [] }] }], defaultLimits);
    expect(result?.end).toEqual({ how: 'returned' });
  } finally {
    await host.close();
  }
});
