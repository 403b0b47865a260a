import { COMMAND_NAMES, COMMANDS, type Command, type CommandName, EXIT_CODES } from './options.ts';

/** The help on a command, or on all of them. */
export const help = (about: CommandName | undefined): string =>
  about === undefined ? overview() : helpOn(about, COMMANDS[about]);

function overview(): string {
  const rows = COMMAND_NAMES.map((name): readonly [string, string] => [
    called(name, COMMANDS[name]),
    COMMANDS[name].summary,
  ]);
  const general: typeof rows = [
    ['blue-pencil COMMAND --help', 'says more about a command'],
    ['blue-pencil --version', 'says which version this is'],
  ];
  return `Blue Pencil proofreads news drafts. Everything runs on this machine; no text leaves it.

${table(rows)}

${table(general)}
`;
}

function helpOn(name: CommandName, { options, about, more, ...command }: Command): string {
  const rows = Object.entries(options).map(([option, { value, help: words }]): readonly [string, string] => [
    `--${option}${value === undefined ? '' : ` ${value}`}`,
    words,
  ]);
  const ends =
    name === 'check' || name === 'sources'
      ? [`How it ends:\n\n${table(Object.entries(EXIT_CODES).map(([code, words]) => [code, plain(words)]))}`]
      : [];
  const parts = [called(name, command), about, ...(rows.length > 0 ? [table(rows)] : []), ...ends];
  return `${[...parts, ...(more === undefined ? [] : [more])].join('\n\n')}\n`;
}

const called = (name: string, { usage }: Pick<Command, 'usage'>): string =>
  `blue-pencil ${name} ${usage}`.trimEnd();

const plain = (words: string): string => words.replaceAll('`', '');

const WIDTH = 118;

/** Two columns, the second broken into lines where it is too long. */
function table(rows: readonly (readonly [string, string])[]): string {
  const first = Math.max(...rows.map(([left]) => left.length));
  const room = WIDTH - first - 4;
  return rows
    .map(([left, right]) => {
      const lines = right.split('\n').flatMap((line) => wrapped(line, room));
      return lines.map((line, i) => `  ${(i === 0 ? left : '').padEnd(first)}  ${line}`).join('\n');
    })
    .join('\n');
}

const wrapped = (line: string, room: number): readonly string[] =>
  line.match(new RegExp(`.{1,${room}}(?:\\s+|$)`, 'gu'))?.map((part) => part.trimEnd()) ?? [''];
