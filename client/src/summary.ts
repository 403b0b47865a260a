import { countedDrafts, countsOf, inWords, type Translate } from './counts.ts';
import type { WorkspaceSummary } from './protocol.ts';

/** As many of the files that could not be checked are named. */
export const NAMED = 3;

/** What is said at the end of a check of the workspace, with up to three of the files that could not be read. */
export function summaryMessage(
  { files, bySeverity, settled, skipped, cancelled }: WorkspaceSummary,
  t: Translate,
): string {
  const drafts = countedDrafts(files, t);
  const found = inWords(countsOf(bySeverity, settled), t);
  const checked = cancelled
    ? t('Stopped after {0}: {1} so far.', drafts, found)
    : files === 0
      ? t('There are no drafts in the open folders.')
      : t('Checked {0}: {1}.', drafts, found);
  if (skipped.length === 0) return checked;
  const more = skipped.length - NAMED;
  const named = skipped
    .slice(0, NAMED)
    .map(({ uri, reason }) => `${fileName(uri)} (${reason.replace(/\.$/, '')})`);
  if (more > 0) named.push(t('and {0} more', more));
  const list = named.join('; ');
  const left =
    skipped.length === 1
      ? t('One file could not be checked: {0}.', list)
      : t('{0} files could not be checked: {1}.', skipped.length, list);
  return `${checked} ${left}`;
}

function fileName(uri: string): string {
  const name = uri.replace(/\/+$/, '').split('/').at(-1) ?? uri;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
