import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completion } from '../../server/src/cli/completion.ts';
import { COMMAND_NAMES, optionsOf, SHELLS } from '../../server/src/cli/options.ts';
import { slip, twice } from './fake-checks.ts';
import { folderOf } from './folder.ts';

const checks = [slip, twice];
const has = (shell: string) => spawnSync(shell, ['-c', ':']).status === 0;

/** What a shell offers at the end of a line. */
function offered(shell: 'bash' | 'fish', words: readonly string[]): readonly string[] {
  const folder = folderOf({ script: completion(shell, checks), 'draft.txt': '', 'my draft.txt': '' });
  const line =
    shell === 'bash'
      ? `source ./script; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _blue_pencil; printf '%s\\n' "\${COMPREPLY[@]}"`
      : 'source ./script; complete -C "$argv"';
  const given = shell === 'bash' ? ['bash', 'blue-pencil', ...words] : ['blue-pencil', ...words];
  const { stdout, stderr } = spawnSync(shell, ['-c', line, ...given], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  // fish says what each does, after a tab
  return stdout
    .split('\n')
    .map((one) => one.split('\t')[0] ?? '')
    .filter((one) => one !== '')
    .sort();
}

describe.each(['bash', 'fish'] as const)('%s', (shell) => {
  it.skipIf(!has(shell)).each<[string, readonly string[], readonly string[]]>([
    ['commands', [''], [...COMMAND_NAMES]],
    ['options', ['check', '--fa'], ['--fail-on']],
    [
      'every option of a command',
      ['sources', '--'],
      Object.keys(optionsOf('sources')).map((name) => `--${name}`),
    ],
    ['what an option can be', ['sources', '--format', ''], ['csv', 'json', 'markdown', 'text']],
    ['the names of checks', ['check', '--check', 's'], ['slip']],
    ['kinds of finding', ['explain', 'slip'], ['slip', 'slip/teh']],
    ['drafts', ['check', 'dr'], ['draft.txt']],
    ['a draft with a space in its name', ['check', 'my'], ['my draft.txt']],
    ['what is done to an archive', ['archive', 'li'], ['list']],
    ['the folder of an archive', ['archive', 'list', 'dr'], ['draft.txt']],
  ])('completes %s', (_, words, wanted) => {
    expect(offered(shell, words)).toEqual([...wanted].sort());
  });
});

it.skipIf(!has('zsh'))('zsh takes the script', () => {
  const folder = folderOf({ script: completion('zsh', checks) });
  const line =
    'autoload -U compinit; compinit -D; source ./script; whence -w _blue_pencil; echo $_comps[blue-pencil]';
  const { stdout, stderr } = spawnSync('zsh', ['-f', '-c', line], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, HOME: join(folder) },
  });
  expect([stdout, stderr]).toEqual(['_blue_pencil: function\n_blue_pencil\n', '']);
});

it.each(SHELLS)('%s is told of every option of every command', (shell) => {
  const script = completion(shell, checks);
  for (const command of COMMAND_NAMES)
    for (const option of Object.keys(optionsOf(command)))
      expect(script, option).toMatch(shell === 'fish' ? new RegExp(`-l ${option} `, 'u') : `--${option}`);
});
