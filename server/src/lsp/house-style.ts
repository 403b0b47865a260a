import { CHECKS } from '../checks/index.ts';
import { wishesFromSettings } from '../house/house.ts';
import { housePage, type Layer, type Origin, originsOf } from '../house/origins.ts';
import type { HouseInForce } from './host.ts';
import type { ClientSettings, HouseStyleParams } from './protocol.ts';
import { fileName } from './uris.ts';

/** The page on what holds for a document, from the client's settings and the house file. */
export function houseStyle({ uri, layers }: HouseStyleParams, house: HouseInForce | undefined): string {
  const said: Layer[] = layers.map(({ name, settings }) => ({
    name,
    wishes: wishesFromSettings(settings, CHECKS).wishes,
  }));
  if (house?.wishes !== undefined) said.push({ name: 'house file', wishes: house.wishes });
  const notes = [
    house === undefined ? 'No house file holds for it.' : `The house file: <${house.uri}>`,
    ...(house?.ignored === true ? ['**The house file says that this file is not checked.**'] : []),
  ];
  const value = (key: keyof ClientSettings, fallback: string): Origin => {
    const from = layers.filter(({ settings }) => settings[key] !== undefined).at(-1);
    return { key, value: String(from?.settings[key] ?? fallback), from: from?.name };
  };
  const more = [value('enable', 'true'), value('delay', '150'), value('maxFileSize', '4096')];
  return housePage(fileName(uri), originsOf(CHECKS, said), more, notes);
}
