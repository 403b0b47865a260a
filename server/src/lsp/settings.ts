import type { Connection, DidChangeConfigurationParams } from 'vscode-languageserver';
import { CHECKS } from '../checks/index.ts';
import { type Overrides, type Plan, planChecks } from '../engine/plan.ts';
import { overridesFromSettings } from '../house/house.ts';
import { LARGEST_DRAFT } from '../house/schema.ts';
import { errorMessage } from '../trouble.ts';
import type { Client } from './client.ts';
import type { Host, HouseInForce } from './host.ts';
import type { Trust } from './trust.ts';
import { normalizeUri } from './uris.ts';

const KILOBYTE = 1024;
const DELAY = 150;

/** What holds for one document: defaults, then the user's settings, then the house file. */
export interface InForce {
  readonly enabled: boolean;
  /** The house file that says that the document is not to be checked, or nothing where it is not a house file's doing. */
  readonly ignoredBy: string | undefined;
  /** The nearest house file, where there is one. */
  readonly house: HouseInForce | undefined;
  readonly plan: Plan;
  /** The ids of the languages that are checked; undefined where the client sends only what is to be checked. */
  readonly languages: readonly string[] | undefined;
  /** The longest draft that is read: in bytes for a file, in UTF-16 units for what is in the editor. */
  readonly largest: number;
  /** Milliseconds that typing must pause before diagnostics are pushed. */
  readonly delay: number;
  /** The name that sign-offs carry, if there is one in the settings. */
  readonly editor: string | undefined;
  /** The archives that drafts are compared with, as the host reaches them; none in Restricted Mode. */
  readonly archives: readonly string[];
}

/** Says what holds for a document, asking the client and the house file when it does not know. */
export interface Settings {
  /** For an open document; the answer is kept until it is forgotten. */
  for(uri: string): Promise<InForce>;
  /** For a file that is not open. The client is asked once for all files of the folder. */
  forClosed(uri: string, folder: string): Promise<InForce>;
  /** The client's settings changed. */
  changed(params: DidChangeConfigurationParams | undefined): void;
  /** A house file changed, or may have come or gone. */
  houseChanged(): void;
  forget(uri: string): void;
}

/**
 * Makes settings that are asked for each document and kept until something changes, never globally.
 * @param onHouse is told of each house file that comes into force, every time.
 * @param tell says something to the user, once each.
 */
export function createSettings(
  connection: Connection,
  client: Client,
  host: Host,
  trust: Trust,
  onHouse: (uri: string) => void,
  tell: (problem: string) => void,
): Settings {
  const kept = new Map<string, Promise<InForce>>();
  const folders = new Map<string, Promise<unknown>>();
  // documents with equal settings share them, and what was learnt under them holds on when they are asked again
  const shared = new Map<string, InForce>();
  const complained = new Set<string>();
  let told: unknown = client.options.settings;

  const ask = async (uri: string): Promise<unknown> => {
    if (!client.configuration) return told;
    try {
      return await connection.workspace.getConfiguration({ scopeUri: uri, section: 'bluePencil' });
    } catch (error) {
      connection.console.warn(
        `The settings of ${uri} could not be had, so the defaults hold: ${errorMessage(error)}`,
      );
      return undefined;
    }
  };

  const complain = (problem: string) => {
    if (complained.has(problem)) return;
    complained.add(problem);
    connection.console.warn(`In the settings of Blue Pencil: ${problem}`);
  };

  const archivesIn = (set: unknown, house: HouseInForce | undefined): readonly string[] => {
    // whoever has sent the folder may have named an archive of their own making, or one that is none of their business
    if (trust.isRestricted()) return [];
    const own = Array.isArray(set) ? set.map(String) : [];
    const named = house?.archive ?? [];
    if (host.archives === undefined && own.length + named.length > 0)
      tell('Archives are asked by VS Code on a desktop or a remote machine, not in a browser.');
    const all = [...own.map((name) => [name] as const), ...named.map((name) => [name, house?.uri] as const)];
    return all.flatMap(([name, from]) => {
      const folder = host.archives?.folderOf(name, from);
      if (folder === undefined && host.archives !== undefined)
        tell(`The archive “${name}” must be named by its full path, or by one that begins with ~/.`);
      return folder ?? [];
    });
  };

  const houseFor = async (uri: string): Promise<HouseInForce | undefined> => {
    try {
      return await host.houseFor(uri);
    } catch (error) {
      connection.console.warn(`The house file for ${uri} could not be read: ${errorMessage(error)}`);
      return undefined;
    }
  };

  const find = async (uri: string, asked: Promise<unknown>): Promise<InForce> => {
    const [value, house] = await Promise.all([asked, houseFor(uri)]);
    if (house !== undefined) onHouse(house.uri);
    const settings = isObject(value) ? value : {};
    const { overrides: own, problems } = overridesFromSettings(settings, CHECKS);
    for (const problem of problems) complain(problem);
    const overrides: readonly Overrides[] = house?.overrides === undefined ? [own] : [own, house.overrides];
    const switchedOn = settings.enable !== false;
    const ignoredBy = switchedOn && house?.ignored === true ? house.uri : undefined;
    const enabled = switchedOn && ignoredBy === undefined;
    const ownLimit = numberOr(settings.maxFileSize, LARGEST_DRAFT);
    const limit = house?.maxFileSize ?? ownLimit;
    const largest = (trust.isRestricted() ? Math.min(limit, ownLimit) : limit) * KILOBYTE;
    const delay = numberOr(settings.delay, DELAY);
    const editor = typeof settings.editorName === 'string' ? settings.editorName.trim() : undefined;
    const languages = Array.isArray(settings.languages) ? settings.languages.map(String) : undefined;
    const archives = archivesIn(settings.archives, house);
    const key = JSON.stringify([
      ...[overrides, house?.uri, enabled, ignoredBy, languages, largest, delay, editor],
      archives,
    ]);
    const known = shared.get(key);
    if (known !== undefined) return known;
    const inForce = {
      enabled,
      ignoredBy,
      house,
      plan: planChecks(CHECKS, ...overrides),
      languages,
      largest,
      delay,
      editor,
      archives,
    };
    shared.set(key, inForce);
    return inForce;
  };

  return {
    for(uri) {
      const key = normalizeUri(uri);
      let answer = kept.get(key);
      if (answer === undefined) {
        answer = find(uri, ask(uri));
        kept.set(key, answer);
      }
      return answer;
    },
    forClosed(uri, folder) {
      let asked = folders.get(folder);
      if (asked === undefined) {
        asked = ask(folder);
        folders.set(folder, asked);
      }
      return find(uri, asked);
    },
    changed(params) {
      const section = isObject(params?.settings) ? params.settings.bluePencil : undefined;
      if (isObject(section)) told = section;
      kept.clear();
      folders.clear();
    },
    houseChanged() {
      kept.clear();
    },
    forget(uri) {
      kept.delete(normalizeUri(uri));
    },
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const numberOr = (value: unknown, fallback: number): number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : fallback;

/** Whether documents in a language are checked; what has none, as no editor shows its text, always is. */
export const isLanguageChecked = ({ languages }: InForce, id: string | undefined): boolean =>
  languages === undefined || id === undefined || languages.includes(id);
