import * as v from 'valibot';
import { isClaim } from '../checks/claims.ts';
import type { Draft, Paragraph } from '../draft/draft.ts';
import { toSource } from '../draft/draft.ts';
import { memoizeWeak } from '../draft/memoize.ts';
import type { Prose } from '../draft/prose.ts';
import { lowerBound } from '../draft/search.ts';
import type { Span } from '../draft/span.ts';
import type { Finding } from '../engine/finding.ts';
import { hash } from '../language/hash.ts';
import { wordingOf } from './wording.ts';

/** The folder that holds the ledger, and the ledger's own name in it. */
export const LEDGER_FOLDER = '.blue-pencil';
export const LEDGER_NAME = 'checked.jsonl';

/** Why a finding was settled: one of these, or “checked with” and whom it was checked with. */
export const REASONS = ['public record', 'witnessed', 'common knowledge', 'ignored'] as const;
const IGNORED: (typeof REASONS)[number] = 'ignored';
/** How a reason begins that names who was asked. */
export const CHECKED_WITH = 'checked with';

/** What a sign-off is about: a finding's code and the sentence it stands in, wherever that sentence stands. */
export interface Target {
  /** Stands for the code and the wording of the sentence. */
  readonly fingerprint: string;
  readonly code: string;
  /** The start of the sentence, for people. */
  readonly excerpt: string;
  /** The wording at fault, where one place in the sentence was settled and not the whole of it. */
  readonly words?: string | undefined;
  /** Which copy it is, from 2 on, where a passage stands more than twice: one more is a finding again. */
  readonly copy?: number | undefined;
  /** How many sentences it takes in, where it is more than one. */
  readonly sentences?: number | undefined;
}

/** An entry of the ledger: a finding that somebody has settled. */
export interface SignOff extends Target {
  readonly id: string;
  /** One of `REASONS`, or “checked with …”. */
  readonly reason: string;
  readonly note?: string | undefined;
  /** The editor's name. */
  readonly who: string;
  /** In ISO 8601. */
  readonly when: string;
  /** The draft it was settled in, from the folder that holds the ledger's folder, with slashes. */
  readonly path: string;
}

/** An entry that takes another one back. */
export interface Undoing {
  readonly id: string;
  /** The id of the entry that no longer holds. */
  readonly undoes: string;
  readonly who: string;
  readonly when: string;
}

/** A line of the ledger that could not be read; it stays in the file. */
export interface Damage {
  /** From 1. */
  readonly line: number;
  /** A sentence or two for a user. */
  readonly message: string;
}

/** The ledger as it stands. */
export interface Ledger {
  /** What holds, in the order of the file, each entry once. */
  readonly entries: readonly SignOff[];
  readonly damaged: readonly Damage[];
  /** What `entries` settle, for a quick look. */
  readonly settled: ReadonlySet<string>;
  /** The codes and the fingerprints of `entries`, for a quicker look. */
  readonly codes: ReadonlySet<string>;
  readonly fingerprints: ReadonlySet<string>;
}

const text = v.string();
const SIGN_OFF = v.object({
  id: text,
  fingerprint: text,
  code: text,
  excerpt: text,
  reason: text,
  note: v.optional(text),
  who: text,
  when: text,
  path: text,
  words: v.optional(text),
  copy: v.optional(v.number()),
  sentences: v.optional(v.number()),
});
const UNDOING = v.object({ id: text, undoes: text, who: text, when: text });

/** A ledger in which nothing is settled. */
export const NO_LEDGER: Ledger = {
  entries: [],
  damaged: [],
  settled: new Set(),
  codes: new Set(),
  fingerprints: new Set(),
};

// git's marks around the two sides of a merge, as they stand alone on a line
const MERGE_MARK = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/u;

/**
 * Reads a ledger: a JSON object a line. Lines that cannot be read are told of and passed over; all the others count, in
 * whatever order a merge has left them, and an entry that stands twice counts once.
 */
export function parseLedger(source: string): Ledger {
  const signed = new Map<string, SignOff>();
  const undone = new Set<string>();
  const damaged: Damage[] = [];
  const lines = source.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u);
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const entry = readLine(line);
    if (typeof entry === 'string') damaged.push({ line: at + 1, message: entry });
    else if ('undoes' in entry) undone.add(entry.undoes);
    else if (!signed.has(entry.id)) signed.set(entry.id, entry);
  }
  const entries = [...signed.values()].filter(({ id }) => !undone.has(id));
  return {
    entries,
    damaged,
    settled: new Set(entries.map(keyOf)),
    codes: new Set(entries.map(({ code }) => code)),
    fingerprints: new Set(entries.map((one) => one.fingerprint)),
  };
}

/** An entry, or what is wrong with the line. */
function readLine(line: string): SignOff | Undoing | string {
  if (MERGE_MARK.test(line)) {
    return 'A merge of two versions of this file was left unfinished here. The entries on both sides count; delete this line to settle it.';
  }
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'This line is damaged and is passed over: a finding it settled may come back. Restore it from an earlier version, or mark the finding again.';
  }
  const undoing = v.safeParse(UNDOING, value);
  if (undoing.success) return undoing.output;
  const signOff = v.safeParse(SIGN_OFF, value);
  if (signOff.success) return signOff.output;
  return 'This line is no whole entry and is passed over: it needs an id, a code, a fingerprint, an excerpt, a reason, who, when and the path of the draft.';
}

/** An entry as a line of the file, its line end included. */
export const printEntry = (entry: SignOff | Undoing): string => `${JSON.stringify(entry)}\n`;

/**
 * Stands for a code and the wording of some sentences: the same as long as their words and figures are. The number in front says
 * by which rules it was made.
 */
export const fingerprintOf = (code: string, sentences: readonly string[]): string =>
  fingerprint(code, sentences.map(spoken));

const spoken = (text: string): Sentence => ({ text, wording: wordingOf(text) });

interface Sentence {
  readonly text: string;
  readonly wording: string;
}

function fingerprint(code: string, sentences: readonly Sentence[]): string {
  const wording = sentences.map((one) => one.wording).filter((one) => one !== '');
  // a sentence of marks alone has no wording to tell it by
  const told = wording.length > 0 ? wording.join(' ') : textOf(sentences).normalize('NFC').trim();
  return `1-${hash(`${code}\n${told}`)}`;
}

const textOf = (sentences: readonly Sentence[]): string => sentences.map(({ text }) => text).join(' ');

/** What signing off a finding would be about. */
export interface Signable {
  /** For the sentence as a whole, as a claim is checked. */
  readonly claim: Target;
  /** For this one place in it, as a finding is ignored. */
  readonly place: Target;
}

/** Says what signing off each finding of a draft is about, in their order. */
export function signables(draft: Draft, findings: readonly Finding[]): readonly Signable[] {
  const countCopy = copyCounter();
  return findings.map((finding) => {
    const { code, copy, span } = finding;
    const sentences = sentencesAt(draft, span);
    const mark = fingerprint(code, sentences);
    const claim: Target = {
      fingerprint: mark,
      code,
      excerpt: excerptOf(textOf(sentences)),
      ...(sentences.length > 1 && { sentences: sentences.length }),
    };
    if (!copy) return { claim, place: { ...claim, words: wordsAt(draft, span) } };
    const count = countCopy(mark);
    const target = count > FIRST_COPY ? { ...claim, copy: count } : claim;
    return { claim: target, place: target };
  });
}

/** The findings that nobody has settled. */
export function applyLedger(findings: readonly Finding[], draft: Draft, ledger: Ledger): readonly Finding[] {
  if (!findings.some(({ code }) => ledger.codes.has(code))) return findings;
  const countCopy = copyCounter();
  // this is passed at every keystroke: no more is worked out than it takes to tell
  return findings.filter(({ code, copy, span }) => {
    if (!ledger.codes.has(code)) return true;
    const mark = fingerprint(code, sentencesAt(draft, span));
    const count = copy ? countCopy(mark) : undefined;
    if (!ledger.fingerprints.has(mark)) return true;
    if (ledger.settled.has(keyOf({ fingerprint: mark, copy: count }))) return false;
    return copy || !ledger.settled.has(keyOf({ fingerprint: mark, words: wordsAt(draft, span) }));
  });
}

const wordsAt = (draft: Draft, { start, end }: Span): string => wordingOf(draft.source.slice(start, end));

// the first passage is the one that is copied
const FIRST_COPY = 2;

/** Counts the copies of each passage, in the order they stand in. */
function copyCounter(): (fingerprint: string) => number {
  const counts = new Map<string, number>();
  return (fingerprint) => {
    const count = (counts.get(fingerprint) ?? FIRST_COPY - 1) + 1;
    counts.set(fingerprint, count);
    return count;
  };
}

/** The entries that settle the same thing as one of them does: all of them must be taken back for its finding to return. */
export const alike = (ledger: Ledger, entry: SignOff): readonly SignOff[] =>
  ledger.entries.filter((one) => keyOf(one) === keyOf(entry));

const keyOf = ({ fingerprint, words, copy }: Pick<Target, 'fingerprint' | 'words' | 'copy'>): string =>
  JSON.stringify([fingerprint, words ?? null, copy ?? FIRST_COPY]);

/** Where the sentences of entries stand in a draft, by the entries' ids; an entry whose sentence is gone is left out. */
export function placesOf(draft: Draft, entries: readonly SignOff[]): ReadonlyMap<string, Span> {
  // of several copies it was the last one that was settled
  return new Map([...everyPlaceOf(draft, entries)].map(([id, spans]) => [id, spans.at(-1) as Span]));
}

/** A claim that somebody has checked, and a place where its sentence stands. */
export interface CheckedPlace extends SignOff {
  readonly span: Span;
}

/** What has been checked in a draft, at every place where the sentence stands, in the order of the text. */
export function checkedIn(draft: Draft, { entries }: Ledger): readonly CheckedPlace[] {
  const checked = entries.filter(({ code, reason }) => isClaim({ code }) && reason !== IGNORED);
  if (checked.length === 0) return [];
  const places = everyPlaceOf(draft, checked);
  return checked
    .flatMap((entry) => (places.get(entry.id) ?? []).map((span) => ({ ...entry, span })))
    .sort((a, b) => a.span.start - b.span.start);
}

function everyPlaceOf(draft: Draft, entries: readonly SignOff[]): ReadonlyMap<string, readonly Span[]> {
  const standing = draft.paragraphs.flatMap((paragraph) =>
    sentencesIn(paragraph.prose).map((one) => ({ ...one, span: toSource(paragraph, one.span) })),
  );
  const wanted = new Map<string, SignOff[]>();
  for (const entry of entries) {
    if ((entry.sentences ?? 1) <= MOST_SENTENCES)
      append(wanted, JSON.stringify([entry.code, entry.sentences ?? 1]), entry);
  }
  const places = new Map<string, Span[]>();
  for (const group of [...wanted.values()].slice(0, MOST_KINDS)) {
    const { code, sentences = 1 } = group[0] as SignOff;
    const byFingerprint = new Map<string, SignOff[]>();
    for (const entry of group) append(byFingerprint, entry.fingerprint, entry);
    for (let at = 0; at + sentences <= standing.length; at += 1) {
      const stretch = standing.slice(at, at + sentences);
      const found = byFingerprint.get(fingerprint(code, stretch));
      const [first, last] = [stretch[0], stretch.at(-1)];
      if (found === undefined || first === undefined || last === undefined) continue;
      const span = { start: first.span.start, end: last.span.end };
      for (const { id } of found) append(places, id, span);
    }
  }
  return places;
}

// Every kind of claim looks through the draft once, and as often as it takes in sentences: no newsroom's ledger has more.
const MOST_SENTENCES = 20;
const MOST_KINDS = 50;

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** The sentences a span stands in, or the words themselves where it stands in none. */
function sentencesAt(draft: Draft, span: Span): readonly Sentence[] {
  const sentences: Sentence[] = [];
  const { paragraphs } = draft;
  for (let at = firstReaching(paragraphs, span.start); at < paragraphs.length; at += 1) {
    const paragraph = paragraphs[at] as Paragraph;
    if (paragraph.span.start > span.end) break;
    for (const one of sentencesIn(paragraph.prose)) {
      if (shares(toSource(paragraph, one.span), span)) sentences.push(one);
    }
  }
  return sentences.length > 0 ? sentences : [spoken(draft.source.slice(span.start, span.end))];
}

const sentencesIn = memoizeWeak((prose: Prose): readonly (Sentence & { readonly span: Span })[] =>
  prose.sentences.map((span) => ({ ...spoken(prose.text.slice(span.start, span.end)), span })),
);

/** Whether they share a character; a span of no length shares the place where it stands. */
const shares = (sentence: Span, span: Span): boolean =>
  span.start === span.end
    ? sentence.start <= span.start && span.start <= sentence.end
    : sentence.start < span.end && span.start < sentence.end;

/** The first paragraph that ends at or after an offset. */
const firstReaching = (paragraphs: readonly Paragraph[], offset: number): number =>
  lowerBound(paragraphs.length, (at) => (paragraphs[at]?.span.end ?? 0) >= offset);

const LONGEST_EXCERPT = 160;

function excerptOf(text: string): string {
  const whole = text.replace(/\s+/gu, ' ').trim();
  const characters = [...whole.slice(0, LONGEST_EXCERPT * 2)];
  return whole.length > characters.join('').length || characters.length > LONGEST_EXCERPT
    ? `${characters.slice(0, LONGEST_EXCERPT).join('').trimEnd()}…`
    : whole;
}
