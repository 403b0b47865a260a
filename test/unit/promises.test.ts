import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe.each(['SECURITY.md', 'PRIVACY.md'])('%s', (name) => {
  const page = readFileSync(join(ROOT, name), 'utf8');
  const rows = [...page.matchAll(/^\| (.+?) +\| (.+?) +\|$/gmu)].slice(1);
  const stages = readFileSync(join(ROOT, 'scripts/long.mjs'), 'utf8');

  test('has a proof that there is beside each promise', () => {
    expect(rows.length).toBeGreaterThan(5);
    for (const [i, [, promise = '', proof = '']] of rows.entries()) {
      if (/^-+$/u.test(promise)) continue;
      if (proof === 'the same') {
        expect(i, promise).toBeGreaterThan(1);
        continue;
      }
      const named = [...proof.matchAll(/`([^`]+)`/gu)].map(([, one = '']) => one);
      expect(named, promise).not.toEqual([]);
      for (const one of named) {
        const stage = /^npm run test:long -- '?([^']+)'?$/u.exec(one)?.[1];
        if (stage !== undefined) expect(stages, one).toMatch(new RegExp(`^    '?${stage}'?: `, 'mu'));
        else if (one === 'npm run soak') expect(existsSync(join(ROOT, 'test/long/soak.test.ts'))).toBe(true);
        else expect(existsSync(join(ROOT, one)), one).toBe(true);
      }
      // a test that is named by its title is there by that title
      for (const [, title = ''] of proof.matchAll(/“([^”]+)”/gu))
        expect(
          named.some((file) => readFileSync(join(ROOT, file), 'utf8').includes(title)),
          title,
        ).toBe(true);
    }
  });
});
