// Neovim as a user has it: its own language client, with the settings that docs/editors.md gives, and the real server.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { onPath } from '../programs.ts';
import { builtServer } from './built.ts';
import { folderWith } from './harness.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const missing = !(await onPath('nvim'));
if (missing)
  console.warn('SKIPPED: Neovim is not installed (Debian: apt-get install neovim), so it was not tried.');

beforeAll(() => {
  builtServer();
});

const DRAFT = `Ferry back in service

The ferry sailed again on Monday after the the council had hired a second crew.
`;
const MENDED = DRAFT.replace('the the', 'the');

// What a user does: wait for the findings, put the cursor on the first, open the menu and take the first entry.
const DRIVER = `
local function done(ok, what)
  if not ok then io.stderr:write(what .. '\\n' .. table.concat(vim.fn.readfile(vim.lsp.get_log_path()), '\\n')) vim.cmd('cquit') end
end
vim.ui.select = function(items, options, choose)
  OFFERED = vim.tbl_map(options.format_item, items)
  choose(items[1], 1)
end
done(vim.wait(10000, function() return #vim.diagnostic.get(0) > 0 end, 20), 'No finding came.')
FOUND = vim.tbl_map(function(one)
  return { line = one.lnum, from = one.col, to = one.end_col, source = one.source, code = one.user_data.lsp.code, severity = one.severity }
end, vim.diagnostic.get(0))
vim.api.nvim_win_set_cursor(0, { FOUND[1].line + 1, FOUND[1].from })
local before = vim.api.nvim_buf_get_changedtick(0)
vim.lsp.buf.code_action()
done(vim.wait(10000, function() return vim.api.nvim_buf_get_changedtick(0) > before end, 20), 'No fix was applied.')
done(vim.wait(10000, function() return #vim.diagnostic.get(0) == 0 end, 20), 'The finding stayed.')
vim.cmd('write')
vim.fn.writefile({ vim.json.encode({ found = FOUND, offered = OFFERED }) }, vim.env.TOLD)
vim.cmd('quitall!')
`;

test.skipIf(missing)(
  'with the settings of docs/editors.md, Neovim shows the finding and its fix mends the draft',
  async () => {
    const folder = folderWith({
      'crew.draft': DRAFT,
      'driver.lua': DRIVER,
      'init.lua': settingsFromTheDocs(),
    });
    const { found, offered } = await inNeovim(folder, 'crew.draft');
    expect(found).toMatchObject([{ line: 2, source: 'Blue Pencil', code: 'repeated/word', severity: 2 }]);
    expect(offered[0]).toBe('Delete the second “the”');
    expect(readFileSync(join(folder, 'crew.draft'), 'utf8')).toBe(MENDED);
  },
);

function settingsFromTheDocs(): string {
  const page = readFileSync(join(ROOT, 'docs/editors.md'), 'utf8');
  const block = /<!-- test\/protocol\/neovim\.test\.ts runs this block -->\n```lua\n(.*?)```/s.exec(
    page,
  )?.[1];
  if (block === undefined) throw new Error('docs/editors.md has no settings for Neovim any more.');
  return block;
}

interface Told {
  readonly found: readonly unknown[];
  readonly offered: readonly string[];
}

function inNeovim(folder: string, draft: string): Promise<Told> {
  const home = join(folder, '.home');
  mkdirSync(home);
  const told = join(home, 'told.json');
  writeFileSync(told, '');
  const bin = join(ROOT, 'node_modules', '.bin');
  const child = spawn(
    'nvim',
    ['--headless', '-n', '-i', 'NONE', '-u', 'init.lua', draft, '-c', 'luafile driver.lua'],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        HOME: home,
        XDG_CACHE_HOME: join(home, 'cache'),
        XDG_STATE_HOME: join(home, 'state'),
        PATH: `${bin}${delimiter}${process.env.PATH}`,
        TOLD: told,
      },
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(readFileSync(told, 'utf8')));
      else reject(new Error(`Neovim ended with ${code}:\n${output}`));
    });
  });
}
