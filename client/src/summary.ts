import { countedDrafts, countsOf, inWords, type Translate } from './counts.ts';
import type { CheckScope, WorkspaceSummary } from './protocol.ts';

/** As many of the files that were not checked are named. */
export const NAMED = 3;

/** What is said at the end of a check of the workspace, with up to three of the files that were not checked. */
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
  const names = new Map<string, string[]>();
  for (const { uri, reason } of skipped.slice(0, NAMED))
    names.set(reason, [...(names.get(reason) ?? []), fileName(uri)]);
  const named = [...names].map(([reason, of]) => `${of.join(', ')} (${reason.replace(/\.$/, '')})`);
  if (more > 0) named.push(t('and {0} more', more));
  const list = named.join('; ');
  const left =
    skipped.length === 1
      ? t('One file was not checked: {0}.', list)
      : t('{0} files were not checked: {1}.', skipped.length, list);
  // what was not checked may be a draft
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
