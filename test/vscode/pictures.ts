// Takes the pictures of the walkthrough and the README anew, from the packed extension, into docs/:
//
//   npm run package && npx tsx test/vscode/pictures.ts
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, installCodeServer } from './host/setup.ts';
import { takePictures } from './ui/pictures.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const cache = path.join(root, '.vscode-test');

async function main(): Promise<void> {
  const setting = { root, cache, codeServer: await installCodeServer(cache), chromium: await findChromium() };
  const { failed } = await takePictures(setting, true);
  if (failed > 0)
    throw new Error(`${failed} pictures could not be taken; docs/ was left as it is where that was so.`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
