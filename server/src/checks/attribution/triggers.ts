import { memoizeWeak } from '../../draft/memoize.ts';
import type { Span } from '../../draft/span.ts';
import type { Cue, SentenceIn, Summary } from '../../sourcing/index.ts';
import { isFlatCue } from '../../sourcing/index.ts';
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
  // under six words of the reporter's own there is nothing to ask a source for; a heading, a sign-off
  if (sentence.ownWords < 5) return [];
  const found: Trigger[] = [];
  const { casualties, control, figure, hedge, pressure, editorial } = pattern.TRIED;
  const add = (what: Exclude<Trigger['what'], 'wrongdoing'>, regex: RegExp): void => {
    const match = regex.exec(own);
    if (match === null) return;
    const span = spanOf(sentence, match);
    if (!isCovered(sentence, span)) found.push({ what, span });
  };
  const wrong = wrongdoingIn(summary.tokens, sentence.from, sentence.to, own, sentence.start);
  const counts = casualties.words.test(own);
  const holds = control.words.test(own);
  const accuses = /accused|blamed|criticised|criticized|condemned|suspected|alleged/u.test(own);
  const figures = figure.words.test(own);
  if (wrong !== undefined || counts || holds || accuses || figures) {
    const court = pattern.COURT.test(own);
    const timeless = pattern.isHistory(own) || pattern.FICTION.test(own);
    if (
      wrong !== undefined &&
      !pattern.SETTLED.test(own) &&
      !timeless &&
      !isCovered(sentence, wrong.span) &&
      !isClaim(sentence, wrong.span)
    ) {
      found.push({ what: 'wrongdoing', span: wrong.span, wrong: wrong.kind });
    }
    if (counts && !court && !timeless) addCasualties(sentence, found);
    if (holds && !timeless) add('control', control.pattern);
    if (accuses && !court) addAccused(sentence, found);
  }
  if (hedge.words.test(own)) add('hedge', hedge.pattern);
  const vague = vagueSource(sentence);
  if (vague !== undefined) found.push({ what: 'vague-source', span: vague });
  if (pressure.words.test(own)) add('pressure', pressure.pattern);
  if (figures && !isCounted(own)) add('figure', figure.pattern);
  if (editorial.words.test(own)) add('editorial', editorial.pattern);
  const loaded = loadedVerb(sentence);
  if (loaded !== undefined) found.push(loaded);
  return found;
}

const isClaim = (sentence: SentenceIn, span: Span): boolean =>
  pattern.CLAIMED.test(sentence.own.slice(0, span.start - sentence.start));

function addCasualties(sentence: SentenceIn, found: Trigger[]): void {
  const { own } = sentence;
  const match = pattern.CASUALTIES.exec(own);
  if (match === null) return;
  const span = spanOf(sentence, match);
  if (isCovered(sentence, span) || isClaim(sentence, span)) return;
  // "a shooting that left two people dead": a reminder of what is known
  if (
    /\b(?:that|in which|after|the|of|these|those) (?:had |has )?(?:also )?$/u.test(own.slice(0, match.index))
  )
    return;
  if (
    /\b(?:[Ii]n|[Ll]ast) (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/u.test(
      own,
    )
  )
    return;
  if (
    pattern.PAST_EVENT.test(own.slice(match.index + match[0].length)) ||
    /^\W*(?:In|By|On) [^,]*\b(?:19|20)\d\d,/u.test(own)
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
  if (!/\bby\b/u.test(after) && !isCovered(sentence, span)) found.push({ what: 'accused', span });
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

// "critics say", where nobody better is named in the sentence.
function vagueSource(sentence: SentenceIn): Span | undefined {
  const says = (cue: Cue): boolean =>
    cue.tier === 'say' || /^(?:believe|think|fear|hope|expect|suspect)$/u.test(cue.lemma);
  const close = (cue: Cue): boolean =>
    cue.source !== undefined && cue.span.start - cue.source.end < 25 && cue.source.start - cue.span.end < 10;
  const vague = sentence.cues.find(
    (cue) =>
      cue.source?.kind === 'anonymous' &&
      says(cue) &&
      close(cue) &&
      !(
        /^(?:some|many|others?)$/iu.test(cue.source.text) &&
        !/^(?:say|believe|think|argue|fear|warn|claim|suggest|expect|according to)$/u.test(cue.lemma)
      ) &&
      !/^,? including\b/u.test(sentence.own.slice(cue.source.end - sentence.start)) &&
      !/^(?:agree|disagree|express|call|cite|mention|refer|describe|ask|question|wonder|write|thank|praise|welcome|like|want)$/u.test(
        cue.lemma,
      ) &&
      /^(?:(?:some|many|most|several|other|various|political|industry|legal|military|security|unnamed|anonymous|a|an|the|its|his|her|their|one|senior|intelligence|government|diplomatic|local|city|market|health|media)\s+)*(?:source|sources|insiders?|observers?|analysts?|experts?|critics?|commentators?|pundits|sceptics|skeptics|detractors|rumours|rumors|reports|some|many|others)(?:\s(?:close\sto|familiar\swith|near)\s.+)?$/iu.test(
        cue.source.text,
      ),
  );
  if (vague?.source === undefined) return undefined;
  if (
    sentence.cues.some(
      (cue) =>
        cue !== vague &&
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

function loadedVerb(sentence: SentenceIn): Trigger | undefined {
  for (const cue of sentence.cues) {
    const note = pattern.LOADED.get(cue.lemma);
    if (note !== undefined && cue.source !== undefined) return { what: 'loaded', span: cue.span, note };
  }
  return undefined;
}
