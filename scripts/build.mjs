// Bundles the extension's client, the language server and the command line.
//
//   node scripts/build.mjs [server] [cli] [client] [web-server] [web-client] [--dev]
//
// All without a name; the last two are for a browser (vscode.dev). --dev leaves the code readable and writes source maps.
import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** `kilobytes` is the most a minified bundle may weigh: a library taken in by mistake shows here first. */
const TARGETS = {
  server: { entry: 'server/src/main.ts', out: 'server/dist/server.cjs', external: [], kilobytes: 1700 },
  cli: {
    entry: 'server/src/cli/main.ts',
    out: 'server/dist/cli.cjs',
    external: [],
    kilobytes: 1600,
    pages: true,
  },
  client: {
    entry: 'client/src/desktop.ts',
    out: 'client/dist/extension.cjs',
    external: ['vscode'],
    kilobytes: 700,
  },
  'web-server': {
    entry: 'server/src/browser.ts',
    out: 'server/dist/browser.js',
    external: [],
    kilobytes: 1650,
    web: true,
  },
  'web-client': {
    entry: 'client/src/web.ts',
    out: 'client/dist/web/extension.js',
    external: ['vscode'],
    kilobytes: 700,
    web: true,
  },
};

const IN_NODE = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // tinyglobby's module form asks where it lies, which a CommonJS bundle has to be told
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl=require('node:url').pathToFileURL(__filename).href;" },
};

/** VS Code loads an extension as CommonJS in a browser too; a worker is a plain script. */
function inBrowser(name) {
  return {
    platform: 'browser',
    format: name === 'web-client' ? 'cjs' : 'iife',
    target: 'es2022',
    // without it, packages that carry both choose the page's DOM, which no worker has; `#models` too goes by it
    conditions: ['worker'],
  };
}

const args = process.argv.slice(2);
const dev = args.includes('--dev');
const names = args.filter((arg) => !arg.startsWith('--'));
const unknown = [...names, ...args.filter((arg) => arg.startsWith('--') && arg !== '--dev')].filter(
  (arg) => arg !== '--dev' && !(arg in TARGETS),
);
if (unknown.length > 0) {
  console.error(
    `build: no such target: ${unknown.join(', ')} (there are ${Object.keys(TARGETS).join(', ')}, and --dev)`,
  );
  process.exit(2);
}

/** What is in the bundles, for the notices (scripts/notices.mjs). */
const bundled = new Set();

try {
  const sizes = [];
  const chosen = names.length > 0 ? names : Object.keys(TARGETS);
  for (const name of chosen) sizes.push(await bundle(name));
  if (chosen.length === Object.keys(TARGETS).length)
    writeWhole(join(root, '.cache/bundled.json'), JSON.stringify([...bundled].sort()));
  console.log(`Built ${sizes.join(', ')}${dev ? ' (dev)' : ''}`);
} catch (error) {
  console.error(`build: ${error.message}`);
  process.exit(1);
}

async function bundle(name) {
  const { entry, out, external, kilobytes, web, pages } = TARGETS[name];
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: out,
    external,
    bundle: true,
    ...(web ? inBrowser(name) : IN_NODE),
    // the packages that carry both are smaller as modules; a package's `main` may be UMD, which cannot be bundled
    mainFields: ['module', 'main'],
    minify: !dev,
    sourcemap: dev ? 'linked' : false,
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const meta = Object.values(result.metafile.outputs).find((output) => output.entryPoint !== undefined);
  refuseStrangers(name, Object.keys(meta.inputs));
  for (const [input, { bytesInOutput }] of Object.entries(meta.inputs))
    if (bytesInOutput > 0) bundled.add(input);
  const size = Math.ceil(meta.bytes / 1000);
  if (!dev && size > kilobytes) {
    throw new Error(
      `${out} weighs ${size} KB, more than the ${kilobytes} KB it may. Its largest parts: ${largest(meta)}`,
    );
  }
  for (const { path, contents } of result.outputFiles) writeWhole(path, contents);
  // what `blue-pencil explain` prints
  if (pages) cpSync(join(root, 'docs/checks'), join(root, dirname(out), 'checks'), { recursive: true });
  return `${out} ${size} KB`;
}

/** Writes a file in one step, so that a server started meanwhile never reads half of it. */
function writeWhole(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  const half = `${path}.${process.pid}`;
  writeFileSync(half, contents);
  renameSync(half, path);
}

/** A bundle holds its own sources and the libraries its packages depend on, never a tool or a test. */
function refuseStrangers(name, inputs) {
  const tools = Object.keys(
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies ?? {},
  );
  const shared = new Set(['vscode-languageserver-protocol']);
  for (const input of inputs) {
    const tool = tools.find((one) => !shared.has(one) && input.includes(`node_modules/${one}/`));
    const foreign =
      input.startsWith('test/') ||
      input.startsWith('scripts/') ||
      (name.endsWith('client') ? input.startsWith('server/') : input.startsWith('client/')) ||
      (name === 'cli' && /node_modules\/vscode-language(server|client)\//.test(input));
    if (tool !== undefined || foreign) throw new Error(`The ${name} bundle must not contain ${input}.`);
  }
}

function largest(meta) {
  return Object.entries(meta.inputs)
    .sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput)
    .slice(0, 5)
    .map(([path, { bytesInOutput }]) => `${path} ${Math.ceil(bytesInOutput / 1000)} KB`)
    .join(', ');
}
