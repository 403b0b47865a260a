declare module 'write-good' {
  interface Suggestion {
    readonly index: number;
    /** The length of the words at fault, whatever its name says. */
    readonly offset: number;
    readonly reason: string;
  }
  /** Runs the checks that are not switched off by name. */
  export default function writeGood(text: string, options?: Readonly<Record<string, boolean>>): Suggestion[];
}
