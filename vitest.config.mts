import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 20_000,
    // the protocol tests start servers; more of them at once than cores only makes each slower
    maxWorkers: 2,
    projects: [
      // files that share a worker load the checks and their models once: half of the time of the stage
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], isolate: false } },
      {
        extends: true,
        test: { name: 'whole', include: ['test/{property,protocol,adversarial,long}/**/*.test.ts'] },
      },
    ],
  },
});
