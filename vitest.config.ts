import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    setupFiles: ['tests/property-seed.ts'],
    testTimeout: 120_000,
    // By default one processor is left alone, of two every second.
    maxWorkers: '100%',
  },
});
