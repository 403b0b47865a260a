/** What a command needs of the terminal it runs in. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  /** Whether the terminal on standard output makes links of addresses (OSC 8). */
  readonly showsLinks: boolean;
  /** Of the terminal, if there is one. */
  readonly columns: number | undefined;
  out(text: string | Uint8Array): void;
  err(text: string): void;
  /** What comes on standard input, in pieces. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** The script that a worker thread starts with; undefined where none can be started. */
  readonly workerScript: string | undefined;
  /** What tells this build of Blue Pencil, with its models, from any other. */
  build(): Promise<string>;
  /** Aborted when the user stops the command. */
  readonly stopped: AbortSignal;
}

/** Something in the way of a command that its user can put right: bad usage, a bad file. It ends the command with 2. */
export class UserError extends Error {}
