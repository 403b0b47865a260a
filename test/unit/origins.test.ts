import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { housePage, type Layer, originsOf } from '../../server/src/house/origins.ts';

const layers: readonly Layer[] = [
  {
    name: 'your settings',
    overrides: { checks: { repeated: false }, severity: { 'duplicate/near': 'hint' } },
  },
  { name: 'folder settings', overrides: { checks: { repeated: { allowed: ['Duran'] } } } },
  { name: 'house file', overrides: { severity: { 'duplicate/near': 'error' } } },
];
const of = (id: string) => originsOf(CHECKS, layers).find((one) => one.id === id);

describe('the house style in force', () => {
  test('is said by the last layer that speaks of it', () => {
    expect(of('duplicate')?.severities.find(({ key }) => key === 'duplicate/near')).toEqual({
      key: 'duplicate/near',
      value: 'error',
      from: 'house file',
    });
    expect(of('repeated')?.on).toEqual({ key: 'repeated', value: 'on', from: 'folder settings' });
    expect(of('repeated')?.options).toEqual([
      { key: 'allowed', value: '["Duran"]', from: 'folder settings' },
    ]);
  });

  test('is the default where nobody speaks', () => {
    expect(of('duplicate')?.on).toEqual({ key: 'duplicate', value: 'on', from: undefined });
    expect(of('repeated')?.severities).toEqual([{ key: 'repeated/word', value: 'warning', from: undefined }]);
  });

  test('is what the checks are planned by', () => {
    const plan = planChecks(CHECKS, ...layers.map(({ overrides }) => overrides));
    for (const { severities } of originsOf(CHECKS, layers))
      for (const { key, value } of severities) expect(value).toBe(plan.severities.get(key));
  });

  test('makes a page with a row for every value', () => {
    const page = housePage('crew.draft', originsOf(CHECKS, layers), [], []);
    for (const code of CHECKS.flatMap(({ codes }) => Object.keys(codes)))
      expect(page).toContain(`| \`${code}\` |`);
    expect(page).toContain('| `duplicate/near` | error | house file |');
    expect(page).toContain('| `duplicate/block` | error | default |');
  });
});
