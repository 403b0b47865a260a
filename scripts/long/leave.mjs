import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Leaves what a step found where the table of docs/reliability.md is made from it. */
export function leave(name, found) {
  const folder = fileURLToPath(new URL('../../.cache/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(folder + name, JSON.stringify(found));
}
