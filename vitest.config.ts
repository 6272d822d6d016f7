import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/system/**'],
    testTimeout: 60_000,
    // As many at once as there are cores: most tests wait for processes that they start.
    maxWorkers: '100%',
  },
});
