import { URI } from 'vscode-uri';
import { CHECKS } from '../checks/index.ts';
import { CHECKED_LANGUAGES } from '../draft/formats.ts';
import { overridesFromSettings } from '../house/house.ts';
import { housePage, type Layer, type Origin, originsOf } from '../house/origins.ts';
import { HOUSE_WORD_DEFAULTS, HOUSE_WORDS, LARGEST_DRAFT } from '../house/schema.ts';
import type { HouseInForce } from './host.ts';
import type { ClientSettings, HouseStyleParams } from './protocol.ts';
import type { Say } from './say.ts';
import { fileName } from './uris.ts';

/** The page on what holds for a document, from the client's settings and the house file, in the user's language. */
export function houseStyle(
  { uri, layers }: HouseStyleParams,
  house: HouseInForce | undefined,
  say: Say,
): string {
  const said: Layer[] = layers.map(({ name, settings }) => ({
    name,
    overrides: overridesFromSettings(settings, CHECKS).overrides,
  }));
  if (house?.overrides !== undefined) said.push({ name: 'house file', overrides: house.overrides });
  const notes = [
    house === undefined
      ? 'No house file holds for it.'
      : `The house file: [${readablePath(house.uri)}](${house.uri})`,
    ...(house?.ignored === true ? ['**The house file says that this file is not checked.**'] : []),
  ];
  const value = (key: keyof ClientSettings, fallback: string, byHouse?: unknown): Origin => {
    if (byHouse !== undefined) return { key, value: inWords(byHouse), from: 'house file' };
    const from = layers.filter(({ settings }) => settings[key] !== undefined).at(-1);
    return { key, value: inWords(from?.settings[key] ?? fallback), from: from?.name };
  };
  const more = [
    value('enable', 'true'),
    value('delay', '150'),
    value('languages', CHECKED_LANGUAGES.join('; ')),
    value('maxFileSize', String(LARGEST_DRAFT), house?.maxFileSize),
    ...HOUSE_WORDS.map((key) => value(key, inWords(HOUSE_WORD_DEFAULTS[key]), house?.overrides?.[key])),
  ];
  return housePage(fileName(uri), originsOf(CHECKS, said), more, notes, say);
}

/** A path as people write it: that of a file on disk, the address of any other. */
function readablePath(uri: string): string {
  const { scheme, fsPath } = URI.parse(uri);
  const path = scheme === 'file' ? fsPath : decodeURIComponent(uri);
  return path.replace(/[\\[\]]/gu, '\\$&');
}

const inWords = (value: unknown): string =>
  Array.isArray(value) ? (value.length === 0 ? 'none' : value.join('; ')) : String(value);
