export type { Cue } from './clause.ts';
export { isFlatCue } from './cues.ts';
export { DOCUMENT_HEADS, ROLE_HEADS } from './heads.ts';
export {
  clauseSubject,
  headOf,
  isAdverb,
  isMark,
  isModifier,
  isNominal,
  phraseAfter,
  type Run,
  subjectBefore,
} from './phrases.ts';
export { reportingVerb } from './reporting-verbs.ts';
export { SOURCE_KINDS, type Source, type SourceKind } from './sources.ts';
export {
  createSourcer,
  isSure,
  type Judged,
  type JudgedParagraph,
  type JudgedQuote,
  type JudgedSentence,
  type Placed,
  type SourcedQuote,
  type SourcedSentence,
  type Sourcer,
  type Sourcing,
  type Status,
} from './sourcing.ts';
export { bareName, nameOf, type Suggestion, suggestSpeakers } from './suggest.ts';
export { isRead, type QuoteIn, type SentenceIn, type Summary } from './summary.ts';
export { bareSentenceTag } from './tags.ts';
export type { Token } from './tokens.ts';
