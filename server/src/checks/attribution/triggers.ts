import { memoizeWeak } from '../../draft/memoize.ts';
import type { Span } from '../../draft/span.ts';
import { ANY_MONTH } from '../../language/calendar.ts';
import type { Cue, SentenceIn, Source, Summary } from '../../sourcing/index.ts';
import { GENERIC_HEADS, isFlatCue, ROLE_HEADS } from '../../sourcing/index.ts';
import * as pattern from './patterns.ts';
import { wrongdoingIn } from './wrongdoing/index.ts';
import type { WrongKind } from './wrongdoing/wrong.ts';

/** What in a sentence asks for a source, whatever stands around its paragraph. Spans are offsets of the paragraph's text. */
export type Trigger =
  | { readonly what: 'wrongdoing'; readonly span: Span; readonly wrong: WrongKind }
  | {
      readonly what:
        | 'casualties'
        | 'control'
        | 'figure'
        | 'hedge'
        | 'vague-source'
        | 'pressure'
        | 'accused'
        | 'editorial'
        | 'loaded';
      readonly span: Span;
      /** For a loaded verb: what it does. */
      readonly note?: string;
    };

/** The triggers of each of a paragraph's sentences, the gravest first; worked out once for each summary. */
export const triggersOf = memoizeWeak((summary: Summary): readonly (readonly Trigger[])[] =>
  summary.sentences.map((sentence) => triggersIn(summary, sentence)),
);

function triggersIn(summary: Summary, sentence: SentenceIn): readonly Trigger[] {
  const { own } = sentence;
  const found: Trigger[] = [];
  // under six words of the reporter's own there is nothing to ask a source for; a heading, a sign-off; but a brief may say “Rebels seized Marat.”
  if (sentence.ownWords < 5) {
    const { control: short } = pattern.TRIED;
    const match =
      sentence.ownWords < 3 || !short.words.test(own) || pattern.isHistory(own)
        ? null
        : short.pattern.exec(own);
    return match === null || sentence.cues.length > 0
      ? []
      : [{ what: 'control', span: spanOf(sentence, match) }];
  }
  const { casualties, control, figure, hedge, pressure, editorial } = pattern.TRIED;
  const add = (what: Exclude<Trigger['what'], 'wrongdoing'>, regex: RegExp): void => {
    const match = regex.exec(own);
    if (match === null) return;
    const span = spanOf(sentence, match);
    if (!isCovered(sentence, span) && !(what === 'control' && isSupposed(sentence, span)))
      found.push({ what, span });
  };
  const wrong = wrongdoingIn(summary.tokens, sentence.from, sentence.to, own, sentence.start);
  const counts = casualties.words.test(own);
  const holds = control.words.test(own);
  const accuses = /accus|blamed|criticised|criticized|condemned|suspected|alleg|claims/u.test(own);
  const figures = figure.words.test(own);
  if (wrong !== undefined || counts || holds || accuses || figures) {
    const court = pattern.COURT.test(own);
    const timeless = pattern.isHistory(own) || pattern.FICTION.test(own) || pattern.MOCK.test(own);
    if (
      wrong !== undefined &&
      !pattern.SETTLED.test(own) &&
      !isIdle(sentence, wrong.span) &&
      !timeless &&
      !isCovered(sentence, wrong.span) &&
      !isClaim(sentence, wrong.span)
    ) {
      found.push({ what: 'wrongdoing', span: wrong.span, wrong: wrong.kind });
    }
    if (counts && !court && !timeless) addCasualties(sentence, found);
    if (holds && !timeless && !pattern.PEACEFUL.test(own)) add('control', control.pattern);
    if (accuses && !court) addAccused(sentence, found);
  }
  if (hedge.words.test(own)) add('hedge', hedge.pattern);
  const vague = vagueSource(sentence);
  if (vague !== undefined) found.push({ what: 'vague-source', span: vague });
  else if (NOBODY_WORDS.test(own)) add('vague-source', NOBODY);
  if (pressure.words.test(own)) add('pressure', pressure.pattern);
  if (figures && !isCounted(own)) add('figure', figure.pattern);
  if (editorial.words.test(own)) add('editorial', editorial.pattern);
  const loaded = loadedVerb(sentence);
  if (loaded !== undefined) found.push(loaded);
  return found;
}

/** Whether words stand in what is only supposed: "if rebels seized the dam". */
const isSupposed = (sentence: SentenceIn, span: Span): boolean =>
  /\b(?:if|whether|unless|would|could|might)\b[^,;]*$/iu.test(
    sentence.own.slice(0, span.start - sentence.start),
  );

const isClaim = (sentence: SentenceIn, span: Span): boolean =>
  pattern.CLAIMED.test(sentence.own.slice(0, span.start - sentence.start));

const isIdle = ({ own, start }: SentenceIn, span: Span): boolean =>
  Array.from(own.matchAll(pattern.IDLE)).some(
    (match) => start + match.index < span.end && span.start < start + match.index + match[0].length,
  );

const IN_MONTH = new RegExp(String.raw`\b(?:[Ii]n|[Ll]ast) (?:${ANY_MONTH})\b`, 'u');
/** An event of long ago, whose dead have been counted. */
const LONG_KNOWN =
  /\b(?:[Ee]arlier this (?:year|month|summer|winter|spring|autumn)|[Ll]ast (?:year|month|spring|summer|autumn|fall|winter)|\p{L}+ (?:years|months|decades) (?:ago|earlier)|(?:19|20)\d\d saw)\b/u;
const DAY =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tonight|last night|overnight)\b/u;
const BEAST =
  '(?:dogs?|cats?|horses?|pon(?:y|ies)|cows?|cattle|calves|herd|sheep|lambs?|goats?|pigs?|birds?|hens?|chickens?|turkeys?|pigeons?|ducks?|geese|fish|whales?|swans?|deer|rabbits?|rats?|mice|animals|livestock)';
const BEASTS = new RegExp(
  String.raw`^[\p{L}’'-]+\s(?:(?!and\b|\p{L}+ing\b)[\p{L}\d,’'-]+\s){0,5}?${BEAST}\b`,
  'u',
);

function addCasualties(sentence: SentenceIn, found: Trigger[]): void {
  const { own } = sentence;
  const match = pattern.CASUALTIES.exec(own);
  if (match === null) return;
  const span = spanOf(sentence, match);
  if (isCovered(sentence, span) || isClaim(sentence, span) || isSupposed(sentence, span)) return;
  // of beasts anybody may tell, and the wounded who are treated were counted by who treats them
  const end = match.index + match[0].length;
  if (
    BEASTS.test(own.slice(match.index, end + 40)) ||
    /\btreat(?:ed|ing|s)\s$/u.test(own.slice(0, match.index))
  )
    return;
  // "a shooting that left two people dead": a reminder of what is known
  if (
    /\b(?:that|in which|after|the|of|these|those) (?:had |has )?(?:also )?$/i.test(own.slice(0, match.index))
  )
    return;
  if (IN_MONTH.test(own) || LONG_KNOWN.test(own)) return;
  // “in Benghazi, where four Americans died”: known, unless the day is told
  if (/\bwhere\s$/iu.test(own.slice(0, match.index)) && !DAY.test(own)) return;
  if (
    pattern.PAST_EVENT.test(own.slice(match.index + match[0].length)) ||
    /^\W*(?:(?:In|By|On) (?:[^,]{1,30}, )?[^,]*\b(?:19|20)\d\d,|In (?:19|20)\d\d\b)/u.test(own) ||
    /\bof (?:the|those|them)\b/u.test(match[0])
  )
    return;
  found.push({ what: 'casualties', span });
}

// Votes, rules, markets and figures with their count beside them need no more of a source.
const isCounted = (own: string): boolean =>
  [pattern.VOTE, pattern.NORM, pattern.SOURCE_NEAR, pattern.MARKET, pattern.FICTION].some((one) =>
    one.test(own),
  ) || pattern.isHistory(own);

function addAccused(sentence: SentenceIn, found: Trigger[]): void {
  const { own } = sentence;
  const match = pattern.ACCUSED.exec(own);
  if (match === null) return;
  const after = own.slice(match.index + match[0].length, match.index + match[0].length + 100);
  const span = spanOf(sentence, match);
  // shares and prices are blamed for much
  if (pattern.MARKET.test(own) && /blamed/u.test(match[0])) return;
  // storms, trees and swans are blamed by nobody's account
  if (/blamed/u.test(match[0]) && !canBeBlamed(own.slice(0, match.index))) return;
  if (!pattern.ACCUSER.test(after) && !isCovered(sentence, span)) found.push({ what: 'accused', span });
}

/** Whether a person or a body stands right before: a name, a pronoun, or a word for a part in the story. */
function canBeBlamed(before: string): boolean {
  // “the landlord, Ken Ruddle, has been blamed”: either of the two
  const words = [/(\p{L}[\p{L}’'-]*)\W*$/u, /(\p{L}[\p{L}’'-]*), [^,]+,\s*$/u].map(
    (pattern) => pattern.exec(before)?.[1] ?? '',
  );
  return words.some(
    (word) =>
      (/^\p{Lu}/u.test(word) && before.trim() !== word) ||
      /^(?:he|she|they|who|it)$/i.test(word) ||
      ROLE_HEADS.has(word.toLowerCase()) ||
      GENERIC_HEADS.has(word.toLowerCase()),
  );
}

function spanOf(sentence: SentenceIn, match: RegExpExecArray): Span {
  // a named group is the part at fault where the pattern needs more around it
  const part = match.groups?.count;
  const from = part === undefined ? match.index : match.index + match[0].indexOf(part);
  const text = part ?? match[0];
  const lead = text.length - text.trimStart().length;
  return { start: sentence.start + from + lead, end: sentence.start + from + text.trimEnd().length };
}

/** Whether somebody in the sentence answers for these words. A verb that is itself part of them ("told staff to lie") answers for nothing. */
function isCovered(sentence: SentenceIn, span: Span): boolean {
  return sentence.cues.some(
    (cue) =>
      isFlatCue(cue) &&
      !(span.start <= cue.span.start && cue.span.end <= span.end) &&
      cue.scope.start <= span.start &&
      span.start < cue.scope.end,
  );
}

const HEADS =
  '(?:observers?|analysts?|experts?|critics?|commentators?|pundits|sceptics|skeptics|detractors|rumours|rumors|reports)';
/** Sources nobody can ask, with words before them that name nobody and what they are near to. */
const VAGUE = new RegExp(
  [
    String.raw`^(?:(?:the|a|an|its|his|her|one|some|many|most|several|other|various|two|three)\s)?(?:(?!few|another|some|many|several|other|their|who|that|which|\p{Ll}+ed\b)[\p{Ll}-]+\s){0,2}${HEADS}$`,
    String.raw`^(?:(?:the|a|an|its|one|some|several|two|three)\s)?(?:\p{Lu}\p{L}+\s|(?:[\p{Ll}-]+\s){0,2})(?:sources?|insiders?)(?:\s(?:close\sto|familiar\swith|near|within|inside|in)\s.+)?$`,
    String.raw`^${HEADS}\s(?:close\sto|familiar\swith)\s.+$`,
    '^(?:some|many|others|opponents)$',
  ].join('|'),
  'u',
);
/** A source as it would stand within a sentence. */
const plainSource = ({ text, start }: Source, sentence: SentenceIn): string =>
  /^\W*$/u.test(sentence.own.slice(0, start - sentence.start))
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;

const CLAIMS = /^(?:say|believe|think|argue|fear|warn|claim|suggest|expect|hope|predict|according to)$/u;
/** Who speaks for a body though no name is given, and who is asked where something happened: a desk lets them stand. */
const ANSWERABLE =
  /^(?:officials|officers|investigators|residents|eyewitnesses|neighbou?rs|traders|teachers|protesters|demonstrators|relatives|prosecutors|police|witnesses|lawyers|firefighters|rescuers|doctors|ministers|survivors|members|users|companies|firms|unions|groups|organi[sz]ations|agencies|governments|parties|businesses|leaders|democrats|republicans|conservatives|liberals|americans|britons|russians|ukrainians|studies|polls|surveys|reports|men|women)$/u;

/** A class of people and no more: “scientists”, “some local parents”; no number, no name, no body. */
const isBareClass = ({ kind, text }: Source): boolean => {
  const [, head = ''] =
    /^(?:(?:[Ss]ome|[Mm]any|[Mm]ost|[Oo]ther|[Ll]ocal|[Aa]ngry|[Ww]orried|[Ss]enior)\s){0,2}(\p{L}\p{Ll}{2,}s)$/u.exec(
      text,
    ) ?? [];
  return kind === 'generic' && GENERIC_HEADS.has(head.toLowerCase()) && !ANSWERABLE.test(head.toLowerCase());
};

// "critics say", where nobody better is named in the sentence.
function vagueSource(sentence: SentenceIn): Span | undefined {
  const says = (cue: Cue): boolean =>
    cue.tier === 'say' || /^(?:believe|think|fear|hope|expect|suspect)$/u.test(cue.lemma);
  const close = (cue: Cue): boolean =>
    cue.source !== undefined && cue.span.start - cue.source.end < 25 && cue.source.start - cue.span.end < 10;
  const vague = sentence.cues.find((cue) => {
    if (cue.source === undefined) return false;
    const isBare = isBareClass(cue.source);
    return (
      (cue.source.kind === 'anonymous' ||
        (isBare &&
          CLAIMS.test(cue.lemma) &&
          !/^ (?:in|of|about)\b/u.test(sentence.own.slice(cue.span.end - sentence.start)))) &&
      says(cue) &&
      close(cue) &&
      !(
        /^(?:some|many|others?)$/i.test(cue.source.text) &&
        !/^(?:say|believe|think|argue|fear|warn|claim|suggest|expect|according to)$/u.test(cue.lemma)
      ) &&
      !/^(?:,? including\b| (?:by|from) (?:the )?\p{Lu}|,? who\b)/u.test(
        sentence.own.slice(cue.source.end - sentence.start),
      ) &&
      !/^(?:agree|disagree|express|call|cite|mention|refer|describe|ask|question|wonder|write|thank|praise|welcome|like|want)$/u.test(
        cue.lemma,
      ) &&
      (isBare || VAGUE.test(plainSource(cue.source, sentence)))
    );
  });
  if (vague?.source === undefined) return undefined;
  if (
    sentence.cues.some(
      (cue) =>
        cue !== vague &&
        !isTold(sentence, vague, cue) &&
        cue.source !== undefined &&
        /^(?:named|role)$/u.test(cue.source.kind) &&
        cue.tier !== 'stance',
    )
  )
    return undefined;
  return {
    start: Math.min(vague.source.start, vague.span.start),
    end: Math.max(vague.source.end, vague.span.end),
  };
}

/** Whether one cue is in what the other reports: "a source said he had been told to go by the chairwoman". */
const isTold = (sentence: SentenceIn, teller: Cue, { span, scope }: Cue): boolean =>
  scope.start > teller.span.start &&
  span.start > teller.span.end &&
  span.end <= teller.scope.end &&
  !/[;:]|,\s(?:and|but|while|though|although)\s/u.test(
    sentence.own.slice(teller.span.end - sentence.start, span.start - sentence.start),
  );

/** "Many fear", "Industry figures say", "according to people close to the talks": nobody, in so many words. */
const NOBODY =
  /^\W*(?<count>(?:Many|Some|Others|Most|Several)(?: people| residents| locals| here)? (?:now |also |still )?(?:fear|believe|think|suspect|argue|say)\b(?! (?:in|for|so|of|a prayer|hello|goodbye)\b)|(?:Industry|Party|City|Business|Football|Government|Opposition) figures (?:say|said|believe|fear|think|expect|argue)\b)|\b[Aa]ccording to (?:people|persons|someone|those) (?:close to|familiar with|with (?:direct )?knowledge of|briefed on)[^.,;]{2,40}|\b[Pp]eople (?:close to|familiar with|with (?:direct )?knowledge of|briefed on)[^.,;]{2,40} (?:say|said)\b/u;
const NOBODY_WORDS =
  /^\W*(?:Many|Some|Others|Most|Several)\b| figures |(?:people|persons|someone|those) (?:close|familiar|with|briefed)/i;

function loadedVerb(sentence: SentenceIn): Trigger | undefined {
  for (const cue of sentence.cues) {
    const note = pattern.LOADED.get(cue.lemma);
    if (note !== undefined && cue.source !== undefined) return { what: 'loaded', span: cue.span, note };
  }
  return undefined;
}
