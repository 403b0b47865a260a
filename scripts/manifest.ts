// Writes the checks and codes into the settings that package.json contributes, so that VS Code lists them.
//
//   npx tsx scripts/manifest.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { SEVERITIES } from '../server/src/checks/check.ts';
import { CHECKS } from '../server/src/checks/index.ts';

const file = new URL('../package.json', import.meta.url);
const manifest = JSON.parse(readFileSync(file, 'utf8'));
const settings = manifest.contributes.configuration.properties;

settings['bluePencil.checks'].properties = Object.fromEntries(
  CHECKS.map(({ id, summary }) => [id, { type: 'boolean', default: true, description: `${summary}.` }]),
);
settings['bluePencil.severity'].properties = Object.fromEntries(
  CHECKS.flatMap(({ codes }) => Object.entries(codes)).map(([code, { severity, summary }]) => [
    code,
    { type: 'string', enum: [...SEVERITIES, 'off'], default: severity, description: `${summary}.` },
  ]),
);
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`package.json names ${CHECKS.length} checks.`);
