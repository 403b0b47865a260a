import { dayOf } from '../checked-claims.ts';
import type { Translate } from '../counts.ts';
import type { SourcedClaim } from '../protocol.ts';

/** What is said of a claim when somebody points at it: how it stands, its source, what to ask, who has checked it. */
export function linesOn(
  { standing, source, cue, asked, checked }: SourcedClaim,
  t: Translate,
): readonly string[] {
  const by =
    source && `${source.text} (${kindInWords(source.kind, t)})${cue === undefined ? '' : `, “${cue}”`}`;
  return [
    by === undefined ? standingInWords(standing, t) : `${standingInWords(standing, t)}: ${by}`,
    ...(asked === undefined ? [] : [t('To ask: {0}', asked)]),
    ...(checked === undefined ? [] : [checkedInWords(checked, t)]),
  ];
}

function standingInWords(standing: SourcedClaim['standing'], t: Translate): string {
  switch (standing) {
    case 'attributed':
      return t('Attributed');
    case 'vague':
      return t('Vague source');
    case 'bare':
      return t('Something here has no source');
    case 'checked':
      return t('Checked');
  }
}

function kindInWords(kind: NonNullable<SourcedClaim['source']>['kind'], t: Translate): string {
  switch (kind) {
    case 'named':
      return t('named');
    case 'role':
      return t('a role or a body');
    case 'pronoun':
      return t('named before');
    case 'generic':
      return t('one of many');
    case 'anonymous':
      return t('nobody who could be asked');
  }
}

function checkedInWords(
  { reason, note, who, when }: NonNullable<SourcedClaim['checked']>,
  t: Translate,
): string {
  const why = note === undefined ? reason : `${reason} (${note})`;
  return t('Checked by {0} on {1}: {2}', who, dayOf(when), why);
}
