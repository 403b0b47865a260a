import type { Span } from '../draft/span.ts';
import type { Cue } from './clause.ts';
import { ROLE_HEADS } from './heads.ts';
import type { Judged, JudgedParagraph } from './judged.ts';
import { isSameName, nameOf } from './names.ts';
import type { Source } from './sources.ts';

/** Somebody who may have said a quote. */
export interface Suggestion {
  /** The name as it is written in a tag here: in full at first mention, else the surname or the role. */
  readonly name: string;
  /** The mention it was read from: a paragraph of the draft and offsets of its text. */
  readonly paragraph: number;
  readonly source: Source;
  /** What tells that they are a source, in offsets of the same paragraph. */
  readonly cue: Span;
}

const PERSON_VERB = /^(?:say|tell|add|ask|reply|explain|warn|insist|argue|write|note|according to|:)$/u;

interface Candidate {
  readonly source: Source;
  readonly paragraph: number;
  readonly cue: Span;
  /** The less the likelier. */
  readonly score: number;
}

/**
 * Up to `limit` likely speakers of a quote in paragraph `at`, nearest first: those who spoke in the paragraphs before it, then
 * those after it. Somebody quoted in full counts as nearer than somebody only reported.
 */
export function suggestSpeakers(judged: Judged, at: number, limit = 3): readonly Suggestion[] {
  const candidates: Candidate[] = [];
  for (let distance = 0; distance <= REACH; distance += 1) {
    candidates.push(...candidatesIn(judged, at - distance, at));
    if (distance > 0) candidates.push(...candidatesIn(judged, at + distance, at));
  }
  candidates.sort((a, b) => a.score - b.score);
  const chosen: Suggestion[] = [];
  for (const { source, paragraph, cue } of candidates) {
    const known =
      source.kind === 'pronoun' ? antecedentOf(judged, paragraph, source) : { source, paragraph, cue };
    if (known === undefined) continue;
    const name = nameOf(known.source.text);
    const holder = known.source.kind === 'role' ? holderOf(judged, at, name) : undefined;
    const isChosen = (one: Suggestion) =>
      isSameName(one.name, holder ?? name) || isSameName(holderOf(judged, at, one.name) ?? one.name, name);
    if (chosen.some(isChosen)) continue;
    chosen.push({ name, ...known });
    if (chosen.length === limit) break;
  }
  return chosen;
}

const PERSON = String.raw`(?<name>\p{Lu}[\p{L}’-]+(?: \p{Lu}[\p{L}’-]+)+)`;

/** Who holds a post, as the draft says near a paragraph: “the mayor, Bo Lind”, “Bo Lind, mayor of Oru”, “Mayor Bo Lind”. */
function holderOf(judged: Judged, at: number, role: string): string | undefined {
  const words = role.replace(/^(?:the|its|their) /iu, '').split(/\s+/u);
  if (words.some((word) => !/^\p{Ll}[\p{L}-]*$/u.test(word))) return undefined;
  const post = words
    .map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
    .join(' ');
  const patterns = [
    `\\b${post}(?: [^,.;]{1,30})?,? ${PERSON}`,
    `${PERSON}, (?:the |its |their |a )?(?:\\p{Ll}+ )?${post}\\b`,
  ].map((one) => new RegExp(one, 'u'));
  for (const { summary } of judged.paragraphs.slice(Math.max(0, at - REACH), at + REACH + 1)) {
    for (const { own } of summary.sentences) {
      const name = patterns
        .map((pattern) => pattern.exec(own)?.groups?.name)
        .find((one) => one !== undefined);
      if (name !== undefined) return name;
    }
  }
  return undefined;
}

/** How many paragraphs away a speaker is looked for. */
const REACH = 14;

// A person, a body with a name, or a role: not "last week", "the comments", "a poll", nor a class of people.
function couldSpeak(source: Source): boolean {
  if (isDocumentSeen(source)) return false;
  if (source.kind === 'pronoun') return /^(?:he|she|they)$/i.test(source.text);
  const name = nameOf(source.text);
  if (source.kind === 'named') {
    return (
      /^\p{Lu}[\p{L}’.-]*(?:\s[\p{L}’.-]+){0,3}$/u.test(name) &&
      !/\b(?:Twitter|Facebook|YouTube|Instagram|Democrats|Republicans)$/u.test(name)
    );
  }
  return source.kind === 'role' && ROLE_HEADS.has(/(\p{L}+)$/u.exec(name)?.[1]?.toLowerCase() ?? '');
}

function candidatesIn(judged: Judged, paragraph: number, at: number): readonly Candidate[] {
  const here = judged.paragraphs[paragraph];
  if (here === undefined) return [];
  const found: Candidate[] = [];
  const length = here.summary.sentences.at(-1)?.end ?? 1;
  for (const sentence of here.summary.sentences) {
    for (const cue of sentence.cues) {
      if (cue.source === undefined || cue.source.kind === 'anonymous' || cue.agentless) continue;
      if (cue.tier === 'noun' || cue.tier === 'finding') continue;
      if (!couldSpeak(cue.source) || isSilent(here, cue)) continue;
      const quoted = here.quotes.some(
        (one) => one.quote.kind === 'full' && one.speaker?.source === cue.source,
      );
      const near = Math.abs(at - paragraph) * 10 + (paragraph > at ? 12 : 0);
      const late = sentence.start / length;
      const score =
        near -
        late * 3 -
        (quoted ? 8 : 0) -
        (PERSON_VERB.test(cue.lemma) ? 4 : 0) +
        (cue.source.kind === 'role' ? 9 : 0) +
        (cue.tier === 'stance' ? 6 : 0);
      found.push({ source: cue.source, paragraph, cue: cue.span, score });
    }
  }
  return found;
}

/** "Documents seen by the Echo": the newspaper that they name is their reader, and says nothing. */
export const isDocumentSeen = ({ text }: Source): boolean =>
  /\s(?:seen|obtained|reviewed|read|held) by\s/u.test(text);

/** Whether somebody is said not to speak: "declined to comment", "did not reply". */
export const isSilent = ({ summary }: JudgedParagraph, { source, span }: Cue): boolean =>
  source !== undefined &&
  summary.tokens.some(
    ({ start, low }) =>
      start >= source.end &&
      start < span.start &&
      /^(?:not|never|declined|refused|failed)$|n[’']t$/u.test(low),
  );

// Whom “he said” is said of: the last person named as a source before it.
function antecedentOf(
  judged: Judged,
  paragraph: number,
  pronoun: Source,
): Omit<Suggestion, 'name'> | undefined {
  if (!/^(?:he|she|they)$/i.test(pronoun.text)) return undefined;
  for (let at = paragraph; at >= Math.max(0, paragraph - 4); at -= 1) {
    const cues = (judged.paragraphs[at]?.summary.sentences ?? []).flatMap((sentence) => sentence.cues);
    const named = cues.findLast(
      (cue) =>
        (cue.source?.kind === 'named' || cue.source?.kind === 'role') &&
        cue.tier !== 'noun' &&
        couldSpeak(cue.source) &&
        (at < paragraph || cue.source.end <= pronoun.start),
    );
    if (named?.source !== undefined) return { source: named.source, paragraph: at, cue: named.span };
  }
  return undefined;
}

/** The name of the person that “she” stands for; undefined where more than one could be meant. */
export function personBefore(judged: Judged, paragraph: number, pronoun: Source): string | undefined {
  const known = antecedentOf(judged, paragraph, pronoun)?.source;
  if (known?.kind !== 'named' || /^they$/i.test(pronoun.text)) return undefined;
  const name = nameOf(known.text);
  if (isSomebodyElse(judged, paragraph, pronoun.text.toLowerCase(), name)) return undefined;
  const others = [paragraph, paragraph - 1]
    .flatMap((at) => judged.paragraphs[at]?.summary.sentences ?? [])
    .flatMap(({ cues }) => cues)
    .some(
      ({ source }) =>
        source?.kind === 'named' && couldSpeak(source) && !isSameName(nameOf(source.text), name),
    );
  return others ? undefined : name;
}

// "she" stands before anybody of that name: there is another she
function isSomebodyElse(judged: Judged, paragraph: number, pronoun: string, name: string): boolean {
  const last = name.split(/\s+/u).at(-1);
  const tokens = judged.paragraphs
    .slice(Math.max(0, paragraph - REACH), paragraph + 1)
    .flatMap(({ summary }) => summary.tokens);
  const named = tokens.findIndex(({ text }) => text === last);
  const said = tokens.findIndex(({ low }) => low === pronoun);
  return said >= 0 && said < named;
}
