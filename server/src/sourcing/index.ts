import type { Cue } from './cues.ts';

export type { Cue } from './cues.ts';
export { type HouseVerbs, houseVerbs } from './lexicon.ts';
export { SOURCE_KINDS, type Source, type SourceKind } from './sources.ts';
export * from './sourcing.ts';
export { type Suggestion, suggestSpeakers } from './suggest.ts';
export { isRead, type QuoteIn, type SentenceIn, type Summary, summaryOf } from './summary.ts';

/** Whether a cue answers for what it reports: somebody is named for it, or at least a word of saying stands there. */
export const isFlatCue = (cue: Cue): boolean =>
  !cue.agentless &&
  cue.tier !== 'lead-in' &&
  (cue.source !== undefined || cue.tier === 'say') &&
  !(
    cue.tier === 'stance' &&
    /^(?:refuse|decline|offer|support|oppose|prefer|welcome|want|plan|seek|intend|aim|pledge|like|wish|endorse)$/u.test(
      cue.lemma,
    )
  );
