import type { Draft } from '../draft/draft.ts';
import type { Source } from './sources.ts';
import type { Judged, JudgedQuote } from './sourcing.ts';

/** Somebody who may have said a quote. */
export interface Suggestion {
  /** The name as it is written in a tag here: in full at first mention, else the surname or the role. */
  readonly name: string;
  /** The mention it was read from: a paragraph of the draft and offsets of its text. */
  readonly paragraph: number;
  readonly source: Source;
}

const PERSON_VERB = /^(?:say|tell|add|ask|reply|explain|warn|insist|argue|write|note|according to|:)$/u;

/**
 * Up to `limit` likely speakers of a quote, nearest first: those who spoke in the paragraphs before it, then those after it.
 * Somebody quoted in full counts as nearer than somebody only reported.
 */
export function suggestSpeakers(
  draft: Draft,
  judged: Judged,
  quote: JudgedQuote,
  limit = 3,
): readonly Suggestion[] {
  const candidates: { readonly source: Source; readonly paragraph: number; readonly score: number }[] = [];
  for (let distance = 0; distance <= 8; distance += 1) {
    for (const at of distance === 0
      ? [quote.paragraph]
      : [quote.paragraph - distance, quote.paragraph + distance]) {
      const summary = judged.summaries[at];
      if (summary === undefined) continue;
      const after = at > quote.paragraph;
      for (const sentence of summary.sentences) {
        for (const cue of sentence.cues) {
          if (cue.source === undefined || cue.source.kind === 'anonymous' || cue.agentless) continue;
          if (cue.tier === 'noun' || cue.tier === 'stance' || cue.tier === 'finding') continue;
          const quoted = judged.quotes.some(
            (one) => one.paragraph === at && one.quote.kind === 'full' && one.speaker?.source === cue.source,
          );
          const order =
            at === quote.paragraph
              ? 0
              : sentence.start / Math.max(1, draft.paragraphs[at]?.prose.text.length ?? 1);
          const score =
            distance * 10 +
            (after ? 12 : 0) -
            order * 3 -
            (quoted ? 8 : 0) -
            (PERSON_VERB.test(cue.lemma) ? 4 : 0) +
            (cue.source.kind === 'generic' ? 6 : 0);
          candidates.push({ source: cue.source, paragraph: at, score });
        }
      }
    }
  }
  candidates.sort((a, b) => a.score - b.score);
  const chosen: Suggestion[] = [];
  for (const { source, paragraph } of candidates) {
    const antecedent =
      source.kind === 'pronoun' ? antecedentOf(draft, judged, paragraph, source) : { source, paragraph };
    if (antecedent === undefined) continue;
    const name = nameOf(antecedent.source.text);
    if (chosen.some((one) => isSameName(one.name, name))) continue;
    chosen.push({ name, ...antecedent });
    if (chosen.length === limit) break;
  }
  return chosen;
}

// "he said": the last person named as a source before it.
function antecedentOf(
  draft: Draft,
  judged: Judged,
  paragraph: number,
  pronoun: Source,
): { source: Source; paragraph: number } | undefined {
  if (!/^(?:he|she|they)$/iu.test(pronoun.text)) return undefined;
  for (let at = paragraph; at >= Math.max(0, paragraph - 4); at -= 1) {
    const cues = (judged.summaries[at]?.sentences ?? []).flatMap((sentence) => sentence.cues);
    const named = cues.findLast(
      (cue) =>
        (cue.source?.kind === 'named' || cue.source?.kind === 'role') &&
        cue.tier !== 'noun' &&
        (at < paragraph || cue.source.end <= pronoun.start),
    );
    if (named?.source !== undefined) return { source: named.source, paragraph: at };
  }
  void draft;
  return undefined;
}

/** The name in a source, without the role before it and what follows a comma: "Ukrainian defence minister Rustem Umerov". */
export function nameOf(text: string): string {
  const whole = text.replace(/[,(].*$/u, '').trim();
  // "Tane Ruatoki of the seamen's union", but "the University of Lund"
  const before = whole.replace(/\s(?:of|for|at|from|in|who|with)\s.*$/u, '');
  const phrase = /\p{Lu}[\p{L}’-]+ \p{Lu}[\p{L}’-]+$/u.test(before) ? before : whole;
  const name = /(?:(?:\p{Lu}[\p{L}’'.-]+|van|von|de|al|bin|del|da|der)\s+)*\p{Lu}[\p{L}’'-]+$/u.exec(
    phrase,
  )?.[0];
  return name === undefined || name.split(/\s+/u).length > 5 ? phrase : name;
}

const TITLES =
  /^(?:(?:US|UK|EU|UN|U\.S\.|President|Vice|Prime|Minister|Foreign|Defence|Defense|Secretary|Senator|Sen\.|Rep\.|Representative|Gov\.|Governor|Chancellor|Mayor|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Prof\.?|Professor|Sir|Lord|Lady|Judge|Justice|General|Gen\.|Colonel|Col\.|Sergeant|Captain|Chief|Inspector|Detective|King|Queen|Prince|Princess|Pope|Ambassador|Chairman|Director|State|Russian|Ukrainian|American|British|French|German|Chinese|Israeli|Democratic|Republican)\s+)+(?=\p{Lu})/u;

/** A full name without titles: "Volodymyr Zelenskyy" of "Ukrainian President Volodymyr Zelenskyy". */
export const bareName = (name: string): string => name.replace(TITLES, '');

const surnameOf = (name: string): string => bareName(name).split(/\s+/u).at(-1) ?? name;

const isSameName = (a: string, b: string): boolean =>
  a === b || (/^\p{Lu}/u.test(a) && surnameOf(a) === surnameOf(b));
