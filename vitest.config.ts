import { defineConfig } from 'vitest/config';

// The project's own tests. The checks (*.check.ts) are run by `chatproof check`, not by this file.
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', 'dist/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
