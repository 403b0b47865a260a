import { l10n } from 'vscode';

/** A kind of finding in a word or two, for a row in a narrow view; the last part of a code that has none. */
export const shortLabel = (code: string): string =>
  LABELS[code] ?? code.slice(code.lastIndexOf('/') + 1).replaceAll('-', ' ');

const LABELS: Readonly<Record<string, string>> = {
  'duplicate/block': l10n.t('pasted twice'),
  'duplicate/paragraph': l10n.t('pasted twice'),
  'duplicate/near': l10n.t('pasted twice, changed'),
  'duplicate/sentence': l10n.t('sentence twice'),
  'duplicate/across-files': l10n.t('in another draft'),
  'duplicate/archive': l10n.t('ran before'),
  'duplicate/press-release': l10n.t('from a release'),
  'repeated/word': l10n.t('repeated'),
  'garbled/phrase': l10n.t('garbled'),
  'attribution/unattributed-claim': l10n.t('no source'),
  'attribution/unattributed-quote': l10n.t('who speaks?'),
  'attribution/unsourced-hedge': l10n.t('says who?'),
  'attribution/vague-source': l10n.t('vague source'),
  'attribution/agentless-accusation': l10n.t('accused by whom?'),
  'attribution/editorialising': l10n.t('verdict'),
  'attribution/loaded-verb': l10n.t('loaded verb'),
  'quotes/unclosed': l10n.t('open quote'),
  'furniture/leftover': l10n.t('page furniture'),
  'placeholder/leftover': l10n.t('placeholder'),
  'assistant/leftover': l10n.t('chatbot'),
  'consistency/figure': l10n.t('figures differ'),
  'consistency/name': l10n.t('name'),
  'consistency/weekday': l10n.t('weekday'),
  'wording/house': l10n.t('house wording'),
  'style/dialect': l10n.t('spelling'),
  'style/cliche': l10n.t('cliché'),
  'style/passive': l10n.t('passive'),
  'style/weasel': l10n.t('vague word'),
  'style/too-wordy': l10n.t('wordy'),
  'style/adverb': l10n.t('adverb'),
  'style/there-is': l10n.t('slow start'),
  'style/so': l10n.t('starts with “so”'),
  'style/illusion': l10n.t('repeated'),
  'style/to-be': l10n.t('form of “to be”'),
};
