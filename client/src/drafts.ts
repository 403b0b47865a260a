// Not `output`, `git`, `comment` and the like: what they show is no draft, or an old state of one.
const SCHEMES = [
  'file',
  'untitled',
  'vscode-remote',
  'vscode-vfs',
  'vscode-test-web',
  'memfs',
  'sftp',
  'ftp',
];

/** Documents of one scheme, in a language or of a name. */
export type DraftFilter =
  | { readonly scheme: string; readonly language: string }
  | { readonly scheme: string; readonly pattern: string };

/**
 * The documents that are checked: text in the languages a draft is written in, from the places where people keep drafts.
 * @param opened schemes of the folders that are open: whoever opens a folder keeps work in it.
 * @param languages ids of the languages that are checked.
 */
export function draftSelector(opened: readonly string[], languages: readonly string[]): DraftFilter[] {
  const schemes = new Set([...SCHEMES, ...opened]);
  return [...schemes].flatMap((scheme) => [
    ...languages.map((language) => ({ language, scheme })),
    // The server says what is wrong with a house file while it is being written.
    { scheme, pattern: '**/.blue-pencil.json' },
  ]);
}
