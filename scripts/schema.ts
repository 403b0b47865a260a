// Writes the JSON schema of a house file, which the extension contributes to VS Code: npx tsx scripts/schema.ts
import { writeFileSync } from 'node:fs';
import { CHECKS } from '../server/src/checks/index.ts';
import { houseSchema } from '../server/src/house/json-schema.ts';

const target = new URL('../schemas/house.schema.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(houseSchema(CHECKS), null, 2)}\n`);
console.log('Wrote schemas/house.schema.json.');
