import ignore, { type Ignore } from 'ignore';
import { URI, Utils } from 'vscode-uri';
import { CHECKS } from './checks/index.ts';
import { decodeDraft } from './draft/decode.ts';
import { formatOfPath } from './draft/formats.ts';
import { HOUSE_FILE, type House, NO_HOUSE, parseHouse } from './house/house.ts';
import type { ClientFiles } from './lsp/client-files.ts';
import { tooLarge } from './lsp/diagnostics.ts';
import type { DraftPlace, FileProblem, FileText, Host } from './lsp/host.ts';

/** The part of a host that has to do with files. */
export type FileHost = Pick<Host, 'houseFor' | 'houseChanged' | 'readFile' | 'drafts'>;

/** What is read where nobody names a limit, in bytes. */
const LARGEST = 4 * 1024 * 1024;

/** A house file, and what is in force of it. */
interface HouseFile {
  readonly uri: URI;
  readonly house: House;
  ignores(path: string): boolean;
}

/**
 * Reaches files through the client, by address alone: drafts on a server, in a repository that was never cloned, or in a
 * browser. As on disk, the nearest house file upward holds alone; it is looked for within the open folders.
 */
export function createClientHost(files: ClientFiles): FileHost {
  const houses = new Map<string, Promise<HouseFile | undefined>>();
  const lastGood = new Map<string, House>();

  const read = async (uri: URI, largest = LARGEST): Promise<FileText | FileProblem> => {
    const name = Utils.basename(uri);
    const file = await files.read(uri.toString(), largest);
    if ('missing' in file) return { problem: `There is no file ${name}.`, missing: true };
    if ('tooLarge' in file) return { problem: tooLarge(file.tooLarge, largest), missing: false };
    if ('failed' in file) return { problem: `${name} could not be read: ${file.failed}`, missing: false };
    const { text, problem } = { text: '', ...decodeDraft(bytesOf(file.base64), name) };
    return problem === undefined ? { text } : { problem: problem.message, missing: false };
  };

  const load = async (folder: URI): Promise<HouseFile | undefined> => {
    const uri = Utils.joinPath(folder, HOUSE_FILE);
    const key = uri.toString();
    const file = await read(uri);
    if ('text' in file) {
      const { house } = parseHouse(file.text, CHECKS);
      if (house !== undefined) lastGood.set(key, house);
    } else if (file.missing) {
      lastGood.delete(key);
      return undefined;
    }
    const house = lastGood.get(key) ?? NO_HOUSE;
    const patterns = ignore().add([...house.ignore]);
    return { uri, house, ignores: (path) => matches(patterns, folder, path) };
  };

  const houseOf = (folder: URI): Promise<HouseFile | undefined> => {
    const key = folder.toString();
    const known = houses.get(key);
    if (known !== undefined) return known;
    const parent = Utils.dirname(folder);
    const found = load(folder).then(
      (own) => own ?? (parent.path === folder.path ? undefined : houseOf(parent)),
    );
    houses.set(key, found);
    // a connection that fails once is no reason to go without a house file for good
    found.catch(() => houses.delete(key));
    return found;
  };

  async function* walk(
    folder: URI,
    above: readonly GitIgnore[],
    signal: AbortSignal,
  ): AsyncGenerator<DraftPlace> {
    if (signal.aborted) return;
    const found = await files.list(folder.toString());
    if ('failed' in found) {
      yield { uri: folder.toString(), problem: `The folder could not be read: ${found.failed}` };
      return;
    }
    const house = await houseOf(folder);
    const own = found.files.includes('.gitignore')
      ? await read(Utils.joinPath(folder, '.gitignore'))
      : undefined;
    const git = own && 'text' in own ? [...above, { folder, patterns: ignore().add(own.text) }] : above;
    const left = (name: string, slash: string): boolean => {
      if (name.startsWith('.') || name === 'node_modules') return true;
      const path = Utils.joinPath(folder, name).path + slash;
      return house?.ignores(path) === true || gitIgnores(git, path);
    };
    for (const name of [...found.files].sort()) {
      if (formatOfPath(name) !== undefined && !left(name, ''))
        yield { uri: Utils.joinPath(folder, name).toString(), problem: undefined };
    }
    for (const name of [...found.folders].sort()) {
      if (!left(name, '/')) yield* walk(Utils.joinPath(folder, name), git, signal);
    }
  }

  return {
    async houseFor(uri) {
      const draft = placed(uri);
      const file = draft && (await houseOf(Utils.dirname(draft)));
      if (draft === undefined || file === undefined) return undefined;
      const { wishes, maxFileSize } = file.house;
      return { uri: file.uri.toString(), wishes, maxFileSize, ignored: file.ignores(draft.path) };
    },
    houseChanged() {
      houses.clear();
    },
    async readFile(uri, largest) {
      const place = placed(uri);
      if (place === undefined) return { problem: 'It is not kept in a file yet.', missing: true };
      try {
        return await read(place, largest);
      } catch (error) {
        return {
          problem: `It could not be read: ${error instanceof Error ? error.message : error}`,
          missing: false,
        };
      }
    },
    async *drafts(folder, signal) {
      // whoever asks for a check wants today's house files, and not every place tells of their changes
      houses.clear();
      const place = placed(folder);
      if (place !== undefined) yield* walk(place, [], signal);
    },
  };
}

/** The address of something that is kept somewhere; undefined for a document that is not. */
function placed(uri: string): URI | undefined {
  try {
    const parsed = URI.parse(uri, true);
    return parsed.scheme === 'untitled' ? undefined : parsed;
  } catch {
    return undefined;
  }
}

interface GitIgnore {
  readonly folder: URI;
  readonly patterns: Ignore;
}

// The last file with a say decides, as in git.
function gitIgnores(git: readonly GitIgnore[], path: string): boolean {
  let ignored = false;
  for (const { folder, patterns } of git) {
    const said = patterns.test(within(folder, path));
    if (said.ignored) ignored = true;
    else if (said.unignored) ignored = false;
  }
  return ignored;
}

const matches = (patterns: Ignore, folder: URI, path: string): boolean =>
  patterns.ignores(within(folder, path));

const within = (folder: URI, path: string): string => path.slice(folder.path.replace(/\/$/u, '').length + 1);

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  return Uint8Array.from(binary, (one) => one.charCodeAt(0));
}
