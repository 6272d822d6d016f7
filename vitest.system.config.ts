import { defineConfig } from 'vitest/config';

/** Checks that need tools beside Node (strace): they fail, not skip, where a tool is missing. */
export default defineConfig({
  test: { include: ['test/system/**/*.test.ts'], testTimeout: 300_000, fileParallelism: false },
});
