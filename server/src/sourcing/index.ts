export { isSignature, leadsIn } from './beside.ts';
export type { Cue } from './clause.ts';
export { isFlatCue } from './cues.ts';
export { DOCUMENT_HEADS, GENERIC_HEADS, ROLE_HEADS } from './heads.ts';
export {
  isSure,
  type Judged,
  type JudgedParagraph,
  type JudgedQuote,
  type JudgedSentence,
  type Status,
} from './judged.ts';
export { bareName, isSameName, nameOf } from './names.ts';
export {
  clauseSubject,
  FURTHEST,
  headOf,
  isAdverb,
  isMark,
  isModifier,
  isNominal,
  phraseAfter,
  type Run,
  subjectBefore,
} from './phrases.ts';
export { isPlausibleSource } from './plausible.ts';
export { reportingVerb } from './reporting-verbs.ts';
export {
  createSourcer,
  type Placed,
  type SourcedQuote,
  type SourcedSentence,
  type Sourcer,
  type Sourcing,
} from './sourcer.ts';
export type { Source, SourceKind } from './sources.ts';
export { isDocumentSeen, isSilent, suggestSpeakers } from './suggest.ts';
export { isRead, type SentenceIn, type Summary } from './summary.ts';
export { bareSentenceTag } from './tags.ts';
export type { Token } from './tokens.ts';
