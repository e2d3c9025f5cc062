import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { expect, it, vi } from 'vitest';
import { reloadWithReport } from '../../src/site/build/reload-with-report.ts';
import { scratchFolder } from '../verify/scratch-folder.ts';

it('compiles a lesson again once the verifier has written a report', async () => {
  const root = scratchFolder();
  const report = join(root, 'report.json');
  writeFileSync(report, '{}');
  let compiled = 0;
  const lesson = {
    name: 'lesson',
    resolveId: (id: string) => (id === '/lesson' ? id : null),
    load(id: string) {
      if (id !== '/lesson') return null;
      compiled += 1;
      return 'export default 1';
    },
  };
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, ws: false },
    plugins: [lesson, reloadWithReport(report)],
  });
  try {
    await server.transformRequest('/lesson');
    await server.transformRequest('/lesson');
    expect(compiled).toBe(1);
    await vi.waitUntil(
      async () => {
        writeFileSync(report, '{"format": 3}');
        await server.transformRequest('/lesson');
        return compiled > 1;
      },
      { timeout: 30_000, interval: 100 },
    );
  } finally {
    await server.close();
  }
});
