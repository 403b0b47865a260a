import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ON_REQUEST, OPENED_AS_DRAFT } from '../../client/src/formats.ts';
import { CHECKS } from '../../server/src/checks/index.ts';
import { DOCUMENTS } from '../../server/src/draft/documents.ts';
import { CHECKED_LANGUAGES, DRAFT_LANGUAGES, FORMATS } from '../../server/src/draft/formats.ts';
import { HOUSE_WORD_DEFAULTS, LARGEST_DRAFT } from '../../server/src/house/schema.ts';

interface Setting {
  readonly scope: string;
  readonly order: number;
  readonly default: unknown;
  readonly description: string;
  readonly properties: Readonly<Record<string, { readonly default: unknown; readonly description: string }>>;
}

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly languages: readonly { readonly id: string; readonly extensions?: readonly string[] }[];
    readonly commands: readonly { readonly command: string }[];
    readonly submenus: readonly { readonly id: string }[];
    readonly menus: Readonly<
      Record<
        string,
        readonly { readonly command?: string; readonly submenu?: string; readonly when?: string }[]
      >
    >;
    readonly colors: readonly {
      readonly id: string;
      readonly defaults: Readonly<Record<'dark' | 'light' | 'highContrast' | 'highContrastLight', string>>;
    }[];
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

  it('have the defaults that the house file’s schema has', () => {
    for (const [name, value] of Object.entries(HOUSE_WORD_DEFAULTS))
      expect(settings[`bluePencil.${name}`]?.default).toEqual(value);
    expect(settings['bluePencil.maxFileSize']?.default).toBe(LARGEST_DRAFT);
  });

  it('stand in an order of their own', () => {
    const orders = Object.values(settings).map(({ order }) => order);
    expect(orders).toEqual(orders.map((_, i) => i + 1));
  });

  it('can be set folder by folder', () => {
    // but for paths of one machine, which no other should be sent
    for (const [name, { scope }] of Object.entries(settings))
      expect(`${name}: ${scope}`).toBe(
        `${name}: ${name === 'bluePencil.archives' ? 'machine-overridable' : 'resource'}`,
      );
  });
});

describe('the languages in package.json', () => {
  it('are those of the formats, and those that VS Code does not know are declared', () => {
    const declared = new Map(manifest.contributes.languages.map(({ id, extensions }) => [id, extensions]));
    const expected = new Map(
      Object.values(FORMATS)
        .flatMap(({ languages }) => Object.entries(languages))
        .map(([id, endings]) => [id, endings.map((ending) => `.${ending}`)]),
    );
    const offered = new Set(settings['bluePencil.languages']?.default as readonly string[]);
    expect(offered).toEqual(new Set(CHECKED_LANGUAGES));
    for (const [id, endings] of expected) {
      if (['plaintext', 'markdown', 'html'].includes(id)) {
        expect(manifest.activationEvents).toContain(`onLanguage:${id}`);
        expect(declared.has(id)).toBe(false);
      } else expect(declared.get(id), 'After a change, run: npm run schema.').toEqual(endings);
    }
  });
});

describe('the formats that the client names', () => {
  it('as opened in another shape are the documents of one draft, and pages', () => {
    const documents = DOCUMENTS.filter(({ label }) => label !== 'many drafts').flatMap(
      ({ endings }) => endings,
    );
    const pages = Object.values(FORMATS.html.languages).flat();
    expect([...OPENED_AS_DRAFT].sort()).toEqual([...documents, ...pages].sort());
  });

  it('as checked on request are those that are', () => {
    expect(ON_REQUEST).toEqual(DRAFT_LANGUAGES.filter((id) => !CHECKED_LANGUAGES.includes(id)));
  });
});

describe('the commands in package.json', () => {
  const { commands, menus, submenus } = manifest.contributes;

  it('are named in the menus only if there are such', () => {
    const known = new Set([...commands.map(({ command }) => command), ...submenus.map(({ id }) => id)]);
    for (const item of Object.values(menus).flat()) expect(known).toContain(item.command ?? item.submenu);
  });
});

describe('the conditions in package.json', () => {
  it('put words between single quotes: VS Code takes double ones for part of the word', () => {
    expect(JSON.stringify(manifest.contributes).match(/"when":"(?:[^"\\]|\\[^"])*\\"/gu)).toBeNull();
  });
});

describe('Open as Draft in the explorer', () => {
  it('is not offered for a house file, nor for a file of a program', () => {
    const when = manifest.contributes.menus['explorer/context']?.find(
      ({ command }) => command === 'bluePencil.openAsDraft',
    )?.when;
    const but = /!\(resourceFilename =~ \/(.*)\/i\)/u.exec(when ?? '')?.[1] ?? '';
    const names = ['.blue-pencil.json', 'package.json', 'ninjs.json', 'a.docx', 'story.xml'];
    expect(but).not.toBe('');
    expect(names.filter((name) => !new RegExp(but, 'iu').test(name))).toEqual(names.slice(2));
  });
});

describe('the colours in package.json', () => {
  /** Relative luminance, as WCAG 2.2 defines it. */
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = (hex.match(/[\da-f]{2}/gu) ?? []).map((pair) => {
      const part = Number.parseInt(pair, 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };
  // the editor's own background in VS Code's standard themes, and what WCAG 2.2 asks: 3 for a mark, 4.5 for a sign that is read
  const BACKGROUNDS = {
    dark: '#1f1f1f',
    light: '#ffffff',
    highContrast: '#000000',
    highContrastLight: '#ffffff',
  };

  it.each(manifest.contributes.colors)('$id stands out in every theme', ({ defaults }) => {
    expect(Object.keys(defaults)).toEqual(Object.keys(BACKGROUNDS));
    for (const [theme, background] of Object.entries(BACKGROUNDS))
      expect(contrast(defaults[theme as keyof typeof BACKGROUNDS], background), theme).toBeGreaterThan(4.5);
  });
});
