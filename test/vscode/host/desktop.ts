import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where the desktop VS Code is installed on Linux, macOS and Windows. */
const PLACES = [
  '/usr/share/code/code',
  '/usr/share/code-insiders/code-insiders',
  '/opt/visual-studio-code/code',
  '/snap/code/current/usr/share/code/code',
  '/Applications/Visual Studio Code.app/Contents/MacOS/Electron',
  path.join(process.env.LOCALAPPDATA ?? '', 'Programs', 'Microsoft VS Code', 'Code.exe'),
  path.join(process.env.PROGRAMFILES ?? '', 'Microsoft VS Code', 'Code.exe'),
];

/** The desktop VS Code of this machine, or the one that VSCODE names; undefined where there is none. */
export const findDesktop = (): string | undefined =>
  [process.env.VSCODE ?? '', ...PLACES].find((place) => path.isAbsolute(place) && existsSync(place));

/** Said where there is none, so that nobody takes the run for more than it was. */
export const NO_DESKTOP = [
  '!!! NO DESKTOP VS CODE WAS FOUND. The suite ran in code-server alone, which is VS Code in a browser.',
  '!!! Install VS Code, or name its executable with the variable VSCODE, to run it there too;',
  '!!! BLUE_PENCIL_VSCODE=desktop downloads one.',
].join('\n');
