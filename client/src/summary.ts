import { countedDrafts, countsOf, inWords, type Translate } from './counts.ts';
import type { CheckScope, WorkspaceSummary } from './protocol.ts';

/** As many of the files that could not be checked are named. */
export const NAMED = 3;

/** What is said at the end of a check of the workspace, with up to three of the files that could not be read. */
export function summaryMessage(
  { files, bySeverity, settled, skipped, cancelled }: Omit<WorkspaceSummary, 'remembered'>,
  t: Translate,
  scope: CheckScope = {},
): string {
  const drafts = countedDrafts(files, t);
  const found = inWords(countsOf(bySeverity, settled), t);
  const checked =
    files > 0
      ? cancelled
        ? t('Stopped after {0}: {1} so far.', drafts, found)
        : t('Checked {0}: {1}.', drafts, found)
      : cancelled
        ? t('Stopped before a draft was checked.')
        : noDrafts(scope, t);
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
  // what could not be checked may be a draft
  return files === 0 && !cancelled ? left : `${checked} ${left}`;
}

const noDrafts = (scope: CheckScope, t: Translate): string =>
  'folder' in scope
    ? t('There are no drafts in this folder.')
    : 'files' in scope
      ? t('There are no drafts among the changed files.')
      : t('There are no drafts in the open folders.');

function fileName(uri: string): string {
  const name = uri.replace(/\/+$/, '').split('/').at(-1) ?? uri;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
