/**
 * A message as it stands wherever it is shown: in a notice, VS Code would make a link of `[words](command:…)` that runs the command, and
 * the words may be the name of a stranger's file.
 */
export const plainly = (message: string): string => message.replaceAll('](', ']\u2060(');
