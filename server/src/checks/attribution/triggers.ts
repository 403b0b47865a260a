import type { Cue, SentenceIn, Summary } from '../../attribution/index.ts';
import { isFlatCue, summaryOf } from '../../attribution/index.ts';
import type { Prose } from '../../draft/prose.ts';
import type { Span } from '../../draft/span.ts';
import * as pattern from './patterns.ts';
import { wrongdoingIn } from './wrongdoing.ts';
import type { WrongKind } from './wrongs.ts';

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

const triggers = new WeakMap<Prose, readonly (readonly Trigger[])[]>();

/** The triggers of each of a paragraph's sentences, the gravest first; worked out once for each prose. */
export function triggersOf(prose: Prose): readonly (readonly Trigger[])[] {
  let found = triggers.get(prose);
  if (found === undefined) {
    const summary = summaryOf(prose);
    found = summary.sentences.map((sentence) => triggersIn(summary, sentence));
    triggers.set(prose, found);
  }
  return found;
}

function triggersIn(summary: Summary, sentence: SentenceIn): readonly Trigger[] {
  const { own } = sentence;
  // under six words of the reporter's own there is nothing to ask a source for; a heading, a sign-off
  if (sentence.ownWords < 5) return [];
  const found: Trigger[] = [];
  const court = pattern.COURT.test(own);
  const history = pattern.isHistory(own);
  const fiction = pattern.FICTION.test(own);
  const wrong =
    court || history || fiction ? undefined : wrongdoingIn(summary.tokens, sentence.from, sentence.to);
  if (wrong !== undefined && !isCovered(sentence, wrong.span)) {
    found.push({ what: 'wrongdoing', span: wrong.span, wrong: wrong.kind });
  }
  const add = (what: Exclude<Trigger['what'], 'wrongdoing'>, regex: RegExp): void => {
    const match = regex.exec(own);
    if (match === null) return;
    const span = spanOf(sentence, match);
    if (!isCovered(sentence, span)) found.push({ what, span });
  };
  if (!history && !fiction && !court) add('casualties', pattern.CASUALTIES);
  if (!history && !fiction) add('control', pattern.CONTROL);
  if (!court) {
    const accused = pattern.ACCUSED.exec(own);
    if (
      accused !== null &&
      !/\bby\b/u.test(own.slice(accused.index + accused[0].length, accused.index + accused[0].length + 100))
    ) {
      const span = spanOf(sentence, accused);
      if (!isCovered(sentence, span)) found.push({ what: 'accused', span });
    }
  }
  add('hedge', pattern.HEDGE);
  const vague = vagueSource(summary, sentence);
  if (vague !== undefined) found.push({ what: 'vague-source', span: vague });
  add('pressure', pattern.PRESSURE);
  const counted =
    pattern.VOTE.test(own) ||
    pattern.NORM.test(own) ||
    pattern.SOURCE_NEAR.test(own) ||
    pattern.MARKET.test(own);
  if (!counted && !history && !fiction) add('figure', pattern.FIGURE);
  add('editorial', pattern.EDITORIAL);
  const loaded = loadedVerb(sentence);
  if (loaded !== undefined) found.push(loaded);
  return found;
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
function vagueSource(summary: Summary, sentence: SentenceIn): Span | undefined {
  const says = (cue: Cue): boolean =>
    cue.tier === 'say' || /^(?:believe|think|fear|hope|expect|suspect)$/u.test(cue.lemma);
  const vague = sentence.cues.find(
    (cue) =>
      cue.source?.kind === 'anonymous' &&
      says(cue) &&
      !/^(?:agree|disagree|express|call|cite|mention|refer|describe|ask|question|wonder|write|thank|praise|welcome|like|want)$/u.test(
        cue.lemma,
      ) &&
      /^(?:(?:some|many|most|several|other|various|political|industry|legal|military|security|unnamed|anonymous|a|an|the|its|his|her|their|one|senior|intelligence|government|diplomatic|local|city|market|health|media)\s+)*(?:source|sources|insiders?|observers?|analysts?|experts?|critics?|commentators?|pundits|sceptics|skeptics|detractors|rumours|rumors|reports|some|many|others)$/iu.test(
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
  void summary;
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
