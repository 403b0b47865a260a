import type { Skipped, WorkspaceSummary } from './protocol.ts';

/** As many of the files that could not be checked are named. */
export const NAMED = 3;

/** What is said at the end of a check of the workspace, with up to three of the files that could not be read. */
export function summaryMessage({ files, findings, skipped, cancelled }: WorkspaceSummary): string {
  const said = [
    cancelled
      ? `Stopped after ${counted(files, 'draft')}: ${counted(findings, 'finding')} so far.`
      : files === 0
        ? 'There are no drafts in the open folders.'
        : `Checked ${counted(files, 'draft')}: ${counted(findings, 'finding')}.`,
  ];
  if (skipped.length > 0) {
    const more = skipped.length - NAMED;
    said.push(
      `${skipped.length === 1 ? 'One file' : `${skipped.length} files`} could not be checked:`,
      `${skipped.slice(0, NAMED).map(named).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
    );
  }
  return said.join(' ');
}

const named = ({ uri, reason }: Skipped): string => `${fileName(uri)} (${reason.replace(/\.$/, '')})`;

function fileName(uri: string): string {
  const name = uri.replace(/\/+$/, '').split('/').at(-1) ?? uri;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const counted = (count: number, noun: string): string =>
  `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
