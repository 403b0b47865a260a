// Checks exports of EXPORT_MB megabytes (200 if not said), a draft a line and as WordPress writes them, and holds the memory that it takes
// to 400 MB. The exports are made here and go when it is done.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEGABYTES = Number(process.env.EXPORT_MB ?? 200);
const MOST = 400;
const folder = mkdtempSync(join(tmpdir(), 'blue-pencil-export-'));

const places = ['harbour', 'market', 'station', 'library', 'bridge', 'theatre', 'hospital', 'school'];
const sentence = (at) =>
  `The ${places[at % 8]} in Ellmouth opens at ${1 + (at % 12)} on day ${at}, its keeper said. `;
const paragraph = (at) => Array.from({ length: 8 }, (_, i) => sentence(at * 8 + i)).join('');
// one draft in a hundred has a slip
const story = (at) =>
  Array.from(
    { length: 6 },
    (_, i) => paragraph(at * 6 + i) + (at % 100 === 0 && i === 2 ? 'It is the the end.' : ''),
  );

const KINDS = {
  'export.ndjson': {
    head: '',
    entry: (at) => `${JSON.stringify({ id: at, headline: `Day ${at}`, text: story(at).join('\n\n') })}\n`,
    foot: '',
  },
  'export.xml': {
    head: '<?xml version="1.0"?>\n<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>\n',
    entry: (at) =>
      `<item><title>Day ${at}</title><content:encoded><![CDATA[${story(at)
        .map((text) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`)
        .join(
          '\n',
        )}]]></content:encoded><wp:post_id>${at}</wp:post_id><wp:post_type>post</wp:post_type></item>\n`,
    foot: '</channel></rss>\n',
  },
};

const peak = join(folder, 'peak.cjs');
writeFileSync(
  peak,
  `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'peak'))}, String(process.resourceUsage().maxRSS)));`,
);

let failed = false;
try {
  for (const [name, { head, entry, foot }] of Object.entries(KINDS)) {
    const file = join(folder, name);
    const handle = openSync(file, 'w');
    let size = writeSync(handle, head);
    let drafts = 0;
    for (; size < MEGABYTES * 1024 * 1024; drafts += 1) size += writeSync(handle, entry(drafts));
    writeSync(handle, foot);
    closeSync(handle);
    const began = Date.now();
    const out = openSync(join(folder, 'out'), 'w');
    const args = [
      'check',
      file,
      '--check',
      'repeated',
      '--format',
      'ndjson',
      '--quiet',
      '--fail-on',
      'never',
    ];
    const ended = spawnSync(process.execPath, ['--require', peak, 'server/dist/cli.cjs', ...args], {
      stdio: ['ignore', out, 'inherit'],
    });
    closeSync(out);
    const lines = readFileSync(join(folder, 'out'), 'utf8').trimEnd().split('\n');
    const found = lines.reduce((sum, line) => sum + JSON.parse(line).findings.length, 0);
    const megabytes = Math.round(Number(readFileSync(join(folder, 'peak'), 'utf8')) / 1024);
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(
      `${name}: ${Math.round(size / 1024 / 1024)} MB, ${lines.length} of ${drafts} drafts, ${found} findings, ${seconds} s, ${megabytes} MB of memory`,
    );
    rmSync(file);
    failed ||=
      ended.status !== 0 || lines.length !== drafts || found !== Math.ceil(drafts / 100) || megabytes > MOST;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failed) {
  console.error(`An export was not checked whole, or took more than ${MOST} MB.`);
  process.exit(1);
}
