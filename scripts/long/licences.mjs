// The licence of every package in the bundles allows us to pass it on under MIT. Reads the list that a build leaves.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledPackages } from '../notices.mjs';
import { leave } from './leave.mjs';

const ALLOWED = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'Unlicense',
];

const packages = bundledPackages(join(fileURLToPath(new URL('.', import.meta.url)), '../..'));
const bad = packages.filter(({ licence }) => !ALLOWED.includes(licence));
for (const { name, version, licence } of bad) console.error(`${name} ${version}: ${licence ?? 'no licence'}`);
console.log(
  `${packages.length} packages are bundled, ${bad.length} of them under a licence that is not on the list.`,
);
leave('licences.json', { packages: packages.length, bad: bad.map(({ name }) => name) });
process.exitCode = bad.length > 0 || packages.length === 0 ? 1 : 0;
