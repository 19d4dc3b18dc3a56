import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,contract,integration,infrastructure}/**/*.test.ts'],
    exclude: ['**/*.full.test.ts'],
    // Two cores: integration suites start servers of their own, so files share two processes.
    maxWorkers: 2,
    // Modules are loaded once per process and not once per file: nothing runs when they are imported and none keeps state, and
    // 290 files would spend more on loading than on testing.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The AWS SDK's notice about Node 20 says nothing about a test.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  },
});
