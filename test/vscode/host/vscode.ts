// Passed to @vscode/test-electron as `vscodeExecutablePath` where no desktop VS Code can be had: takes VS Code's command
// line and carries it out with code-server and a headless Chromium.
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runInCodeServer } from './run-in-code-server.ts';

const need = (name: string): string => {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: this program is started by test/vscode/run.ts.`);
  return value;
};

const local = (place: string): string =>
  place.startsWith('file:') ? fileURLToPath(place) : path.resolve(place);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
    },
  });
  const text = (value: unknown): string => {
    if (typeof value !== 'string') throw new Error('A path is missing on the command line.');
    return local(value);
  };
  const opened = positionals.map(local);
  const isWorkspace = (place: string): boolean =>
    place.endsWith('.code-workspace') || statSync(place).isDirectory();
  const workspace = opened.find(isWorkspace);
  const openFile = opened.find((place) => !isWorkspace(place));

  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopping.abort());
  return runInCodeServer({
    codeServer: { node: need('CODE_SERVER_NODE'), entry: need('CODE_SERVER_ENTRY') },
    chromium: need('CHROMIUM'),
    markedSuite: path.join(__dirname, 'marked-suite.cjs'),
    suite: text(values.extensionTestsPath),
    userData: text(values['user-data-dir']),
    extensions: text(values['extensions-dir']),
    extensionDevelopmentPaths: [values.extensionDevelopmentPath ?? []].flat().map(text),
    payload: values['disable-extensions'] ? [['disableExtensions', 'true']] : [],
    signal: stopping.signal,
    ...(workspace !== undefined && { workspace }),
    ...(openFile !== undefined && { openFile }),
  });
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
