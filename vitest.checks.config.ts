import { defineConfig } from 'vitest/config';

// The checks under plain Vitest, for the debugger: CHATPROOF_DIALECT=receipts npx vitest --config vitest.checks.config.ts -t 'newest'
export default defineConfig({
  test: {
    include: ['suites/engine/entry.ts'],
    globalSetup: ['cli/check/for-vitest.ts'],
    testTimeout: 0,
    maxConcurrency: 16,
  },
});
