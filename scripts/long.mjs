// What takes too long for every change: `npm run test:long`, or only some of its steps (`npm run test:long -- licences`).
// LONG_SEED repeats a run; SOAK_MINUTES says how long the soak goes on. To add a proof, add a step.
import { bin, counted, runStages, vitest, whole } from './stages.mjs';

const seed = process.env.LONG_SEED ?? String(Math.floor(Math.random() * 2 ** 31));
const seeded = { PROPERTY_SEED: seed };
console.log(`Seed ${seed} (LONG_SEED=${seed} npm run test:long tries the same again)`);

runStages(
  {
    build: whole(process.execPath, ['scripts/build.mjs']),
    properties: vitest('property/promises.test.ts', {
      ...seeded,
      PROPERTY_RUNS: process.env.PROPERTY_RUNS ?? '10000',
    }),
    'other properties': vitest('property', seeded),
    patterns: vitest('long/patterns.test.ts'),
    times: counted(bin('tsx'), ['scripts/long/times.mts']),
    soak: vitest('long/soak.test.ts', { ...seeded, SOAK_MINUTES: process.env.SOAK_MINUTES ?? '30' }),
    'no network': counted(bin('tsx'), ['scripts/long/no-network.mts']),
    audit: whole(process.execPath, ['scripts/long/audit.mjs']),
    licences: whole(process.execPath, ['scripts/long/licences.mjs']),
    exports: whole(process.execPath, ['scripts/long/exports.mjs']),
    kills: whole(process.execPath, ['scripts/long/archive-kills.mjs']),
    spark: whole(bin('tsx'), ['scripts/long/spark.mts']),
  },
  process.argv.slice(2),
  {
    licences: ['build'],
    exports: ['build'],
    kills: ['build'],
    spark: ['build'],
    soak: ['build'],
    'no network': ['build'],
  },
);
console.log(`(seed ${seed})`);
