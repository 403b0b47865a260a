// Writes the JSON schema of a house file, which the extension contributes to VS Code: npx tsx scripts/schema.ts
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CHECKS } from '../server/src/checks/index.ts';
import { houseSchema } from '../server/src/house/json-schema.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = 'schemas/house.schema.json';
writeFileSync(new URL(`../${target}`, import.meta.url), JSON.stringify(houseSchema(CHECKS)));
execFileSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', target], {
  cwd: root,
  stdio: 'ignore',
});
console.log(`Wrote ${target}.`);
