import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';

interface Setting {
  readonly scope: string;
  readonly default: unknown;
  readonly description: string;
  readonly properties: Readonly<Record<string, { readonly default: unknown; readonly description: string }>>;
}

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
};
const english = JSON.parse(
  readFileSync(new URL('../../package.nls.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;
const settings = manifest.contributes.configuration.properties;
const defaults = (name: string): [string, unknown][] =>
  Object.entries(settings[name]?.properties ?? {}).map(([key, value]) => [key, value.default]);

describe('the settings in package.json', () => {
  it('name every check, in the order of the checks', () => {
    expect(defaults('bluePencil.checks')).toEqual(CHECKS.map(({ id }) => [id, true]));
  });

  it('name every code with its default severity', () => {
    const codes = CHECKS.flatMap((check) => Object.entries(check.codes));
    expect(defaults('bluePencil.severity')).toEqual(codes.map(([code, { severity }]) => [code, severity]));
  });

  it('show those defaults in the settings editor', () => {
    for (const name of ['bluePencil.checks', 'bluePencil.severity'])
      expect(settings[name]?.default).toEqual(Object.fromEntries(defaults(name)));
  });

  it('say of each check and code what its summary says', () => {
    const described = [settings['bluePencil.checks'], settings['bluePencil.severity']].flatMap((setting) =>
      Object.values(setting?.properties ?? {}).map(({ description }) => english[description.slice(1, -1)]),
    );
    const summaries = [
      ...CHECKS.map(({ summary }) => summary),
      ...CHECKS.flatMap(({ codes }) => Object.values(codes).map(({ summary }) => summary)),
    ];
    expect(described).toEqual(summaries.map((summary) => `${summary}.`));
  });

  it('can be set folder by folder', () => {
    for (const [name, { scope }] of Object.entries(settings))
      expect(`${name}: ${scope}`).toBe(`${name}: resource`);
  });
});
