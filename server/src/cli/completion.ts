import type { Check } from '../checks/check.ts';
import {
  COMMAND_NAMES,
  COMMANDS,
  type Command,
  type CommandName,
  optionsOf,
  type SHELLS,
} from './options.ts';

/** What can stand after an option or a command: these words, or a file, or something that no shell knows. */
interface Wanted {
  readonly words: readonly string[];
  readonly files: boolean;
}

interface Described extends Wanted {
  readonly name: string;
  readonly help: string;
}

interface DescribedOption extends Described {
  /** Whether something has to stand after it. */
  readonly value: string | undefined;
}

/** Where there are words as well as files, the words stand first. */
interface DescribedCommand extends Described {
  readonly options: readonly DescribedOption[];
}

/** A script with which a shell completes the commands and their options. */
export const completion = (shell: (typeof SHELLS)[number], checks: readonly Check[]): string =>
  ({ bash, zsh, fish })[shell](COMMAND_NAMES.map((name) => described(name, checks)));

function described(name: CommandName, checks: readonly Check[]): DescribedCommand {
  const { summary, takesPaths = false, takes = [] }: Command = COMMANDS[name];
  const ids = checks.map(({ id }) => id);
  const codes = checks.flatMap((check) => Object.keys(check.codes));
  const options = Object.entries(optionsOf(name)).map(([option, { value, among = [], path, help }]) => ({
    name: `--${option}`,
    help: help.split('\n')[0] ?? '',
    value,
    words: option === 'check' ? ids : among,
    files: path !== undefined,
  }));
  return {
    name,
    help: summary,
    words: name === 'explain' ? [...ids, ...codes] : takes,
    files: takesPaths,
    options,
  };
}

const isBoth = ({ words, files }: Wanted): boolean => files && words.length > 0;

function bash(commands: readonly DescribedCommand[]): string {
  const reply = ({ words, files }: Wanted): string =>
    files
      ? `compopt -o filenames 2> /dev/null; local IFS=$'\\n'; COMPREPLY=($(compgen -f -- "$cur"))`
      : `COMPREPLY=($(compgen -W ${quoted(words.join(' '))} -- "$cur"))`;
  const names = { words: commands.map(({ name }) => name), files: false };
  const values = commands.flatMap(({ name, options }) =>
    options
      .filter(({ value }) => value !== undefined)
      .map((option) => `    ${quoted(`${name} ${option.name}`)}) ${reply(option)}; return ;;`),
  );
  const rest = commands.map(
    (command) =>
      `    ${command.name}) if [[ $cur == -* ]]; then ${reply({ words: command.options.map(({ name }) => name), files: false })}; ${isBoth(command) ? `elif ((COMP_CWORD == 2)); then ${reply({ ...command, files: false })}; ` : ''}else ${reply(command)}; fi ;;`,
  );
  return `_blue_pencil() {
  local cur=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then ${reply(names)}; return; fi
  case "$command $before" in
${values.join('\n')}
  esac
  case "$command" in
${rest.join('\n')}
  esac
}
complete -F _blue_pencil blue-pencil
`;
}

function zsh(commands: readonly DescribedCommand[]): string {
  const escaped = (words: string) => words.replace(/[\\[\]:]/gu, '\\$&');
  const action = ({ words, files }: Wanted): string =>
    files ? '_files' : words.length > 0 ? `(${words.join(' ')})` : ' ';
  const names = commands.map(({ name, help }) => quoted(`${name}:${escaped(help)}`));
  const rest = commands.map((command) => {
    const options = command.options.map(({ name, help, value, ...wanted }) =>
      quoted(`${name}[${escaped(help)}]${value === undefined ? '' : `:${escaped(value)}:${action(wanted)}`}`),
    );
    return `    ${command.name}) _arguments ${[...options, ...(isBoth(command) ? [quoted(`1: :${action({ ...command, files: false })}`)] : []), quoted(`*: :${action(command)}`)].join(' ')} ;;`;
  });
  return `#compdef blue-pencil
_blue_pencil() {
  local -a commands=(${names.join(' ')})
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  local command=$words[2]
  shift words
  (( CURRENT -= 1 ))
  case $command in
${rest.join('\n')}
  esac
}
compdef _blue_pencil blue-pencil
`;
}

function fish(commands: readonly DescribedCommand[]): string {
  const line = (...parts: readonly string[]): string => ['complete -c blue-pencil', ...parts].join(' ');
  const after = (name: string) => `-n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
  const offers = ({ words, files }: Wanted): readonly string[] =>
    files ? ['-F'] : words.length > 0 ? [`-a ${quoted(words.join(' '))}`] : [];
  return `${[
    line('-f'),
    ...commands.map(({ name, help }) => line('-n __fish_use_subcommand', `-a ${name}`, `-d ${quoted(help)}`)),
    ...commands.flatMap((command) => [
      ...command.options.map((option) =>
        line(
          after(command.name),
          `-l ${option.name.slice(2)}`,
          ...(option.value === undefined ? [] : [option.files ? '-r' : '-x']),
          ...offers(option),
          `-d ${quoted(option.help)}`,
        ),
      ),
      ...(offers(command).length > 0 ? [line(after(command.name), ...offers(command))] : []),
      ...(isBoth(command) ? [line(after(command.name), ...offers({ ...command, files: false }))] : []),
    ]),
  ].join('\n')}\n`;
}

/** A word as every one of these shells takes it for what it is. */
const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
