import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,property,protocol,adversarial,long}/**/*.test.ts'],
    testTimeout: 20_000,
    // the protocol tests start servers; more of them at once than cores only makes each slower
    maxWorkers: 2,
  },
});
