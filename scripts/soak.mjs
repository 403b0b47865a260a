// Random edits, checks, folder changes and kills for so many minutes, 30 if nothing is said: `npm run soak -- 10`.
import { runStages, vitest } from './stages.mjs';

const minutes = process.argv[2] ?? '30';
const seed = process.env.LONG_SEED ?? String(Math.floor(Math.random() * 2 ** 31));
console.log(`Seed ${seed}, ${minutes} minutes`);
runStages({ soak: vitest('long/soak.test.ts', { SOAK_MINUTES: minutes, PROPERTY_SEED: seed }) }, []);
