import { COURTESY, distance, type NameSummary, type NameWord, plainForm, soundForm } from './names.ts';
import { KNOWN_GROUP, PLACE_SPELLINGS } from './spellings.ts';

/** A word of a name in the draft: the paragraph it stands in, and which of its names it is. */
export interface Mention {
  /** As it was when the names were last put together: its places may be old. */
  readonly word: NameWord;
  readonly summary: NameSummary;
  readonly index: number;
  readonly item: number;
}

/** One spelling and all that the draft says with it. */
export interface Spelling {
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** Words that stand before it in names. */
  readonly firsts: ReadonlySet<string>;
}

/** Puts the names of all paragraphs together by their spellings. */
export function spellingsOf(list: readonly NameSummary[]): readonly Spelling[] {
  const byText = new Map<string, { text: string; mentions: Mention[]; firsts: Set<string> }>();
  for (const [index, summary] of list.entries()) {
    for (const [item, word] of summary.words.entries()) {
      let own = byText.get(word.text);
      if (own === undefined) {
        own = { text: word.text, mentions: [], firsts: new Set() };
        byText.set(word.text, own);
      }
      own.mentions.push({ word, summary, index, item });
      if (word.first !== undefined) own.firsts.add(word.first);
    }
  }
  return [...byText.values()];
}

/** Two spellings that are most likely one name; `keep` is the commoner one, or the earlier of two that are as common. */
export interface Pair {
  readonly keep: Spelling;
  readonly change: Spelling;
  /** Told by likeness alone: no name if the draft has one of the two as an ordinary word. */
  readonly byLikeness: boolean;
}

/** Finds the pairs of spellings that are most likely one name. */
export function pairsOf(spellings: readonly Spelling[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const judge = (a: Form, b: Form) => {
    const judged = areOneName(a, b);
    if (judged === undefined) return;
    const [keep, change] = inOrder(a.spelling, b.spelling);
    pairs.push({ keep, change, byLikeness: judged === 'like' });
  };
  const forms = spellings.filter(({ text }) => text.length >= 3).map(formOf);
  // a slip of the keyboard
  for (const bucket of bucketsOf(forms, ({ initial }) => initial)) {
    for (let i = 0; i < bucket.length; i += 1) {
      const a = bucket[i] as Form;
      for (let j = i + 1; j < bucket.length; j += 1) {
        const b = bucket[j] as Form;
        if (mayBeSlip(a, b)) judge(a, b);
      }
    }
  }
  // Kiev and Kyiv by the list; Peña and Pena, Qaddafi and Kaddafi by what is left when they are reduced
  for (const keyOf of [({ group }: Form) => group, ({ sound }: Form) => sound]) {
    for (const bucket of bucketsOf(forms, keyOf))
      for (const [i, a] of bucket.entries())
        for (const b of bucket.slice(i + 1)) if (a.initial !== b.initial || !mayBeSlip(a, b)) judge(a, b);
  }
  return pairs;
}

/** A spelling and the forms it is compared in. */
interface Form {
  readonly spelling: Spelling;
  readonly initial: string;
  readonly length: number;
  /** A bit for each letter that the name has. */
  readonly letters: number;
  readonly group: string | undefined;
  readonly plain: string;
  readonly sound: string;
}

function formOf(spelling: Spelling): Form {
  const { text } = spelling;
  let letters = 0;
  for (let i = 0; i < text.length; i += 1) letters |= 1 << (text.charCodeAt(i) & 31);
  const group = KNOWN_GROUP.get(withoutArticle(text));
  return {
    spelling,
    initial: ARTICLE.test(text) ? 'al' : text.charAt(0).toLowerCase(),
    length: text.length,
    letters,
    group: group === undefined ? undefined : String(group),
    ...reducedOf(text),
  };
}

/** Reducing a name takes a dozen patterns; the names of a draft are reduced again at every change of one of them. */
const REDUCED = new Map<string, { readonly plain: string; readonly sound: string }>();
const MOST_REDUCED = 20_000;

function reducedOf(text: string): { readonly plain: string; readonly sound: string } {
  let reduced = REDUCED.get(text);
  if (reduced === undefined) {
    if (REDUCED.size >= MOST_REDUCED) REDUCED.clear();
    reduced = { plain: plainForm(text), sound: soundForm(withoutArticle(text)) };
    REDUCED.set(text, reduced);
  }
  return reduced;
}

function bucketsOf(
  forms: readonly Form[],
  keyOf: (form: Form) => string | undefined,
): readonly (readonly Form[])[] {
  const buckets = new Map<string, Form[]>();
  for (const form of forms) {
    const key = keyOf(form);
    if (key === undefined) continue;
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [form]);
    else bucket.push(form);
  }
  return [...buckets.values()].filter(({ length }) => length > 1);
}

/** Names of so many letters may be two slips apart, shorter ones but one. */
const TWO_SLIPS = 7;

// A look at lengths and letters rules out nearly all pairs before a closer one: a slip changes two letters at the most.
function mayBeSlip(a: Form, b: Form): boolean {
  const slips = a.length < TWO_SLIPS || b.length < TWO_SLIPS ? 1 : 2;
  if (a.length - b.length > slips || b.length - a.length > slips) return false;
  let apart = a.letters ^ b.letters;
  for (let left = 2 * slips; apart !== 0; left -= 1) {
    if (left === 0) return false;
    apart &= apart - 1;
  }
  return true;
}

// the rarer one is to be changed; of two that are as frequent, the later
function inOrder(a: Spelling, b: Spelling): readonly [Spelling, Spelling] {
  if (a.mentions.length !== b.mentions.length) return a.mentions.length > b.mentions.length ? [a, b] : [b, a];
  return isBefore(a.mentions[0] as Mention, b.mentions[0] as Mention) ? [a, b] : [b, a];
}

/** Whether one mention stands before another. */
export const isBefore = (a: Mention, b: Mention): boolean =>
  a.index === b.index ? a.item <= b.item : a.index < b.index;

function areOneName(one: Form, other: Form): 'known' | 'like' | undefined {
  const [a, b] = [one.spelling, other.spelling];
  const [x, y] = [withoutArticle(a.text), withoutArticle(b.text)];
  if (one.group !== undefined && one.group === other.group && x !== y) {
    const places = PLACE_SPELLINGS.has(x) && PLACE_SPELLINGS.has(y);
    return (places ? !isFixed(a) && !isFixed(b) : shareNext(a, b)) ? 'known' : undefined;
  }
  return areAlike(one, other) ? 'like' : undefined;
}

function areAlike(one: Form, other: Form): boolean {
  const [a, b] = [one.spelling, other.spelling];
  const initials = a.text.charAt(0).toLowerCase() === b.text.charAt(0).toLowerCase();
  const articles = ARTICLE.test(a.text) && ARTICLE.test(b.text);
  if (!initials && !articles && !DIFFERENT_STARTS.test(a.text.charAt(0) + b.text.charAt(0))) return false;
  if (one.plain === other.plain) return isSetOtherwise(a, b);
  const least = Math.min(one.length, other.length);
  if (least < 4) return false;
  const sounds = one.sound === other.sound;
  if ((!initials && !sounds) || ARTICLE.test(a.text) !== ARTICLE.test(b.text)) return false;
  const apart = sounds ? 0 : distance(a.text, b.text, 2);
  if (apart > 2 || (apart === 2 && least < TWO_SLIPS)) return false;
  if (
    isInflected(a.text, b.text) ||
    TWO_NAMES.some((names) => names.includes(a.text) && names.includes(b.text))
  )
    return false;
  return (
    isSurnameTwice(a, b, apart) || isFirstNameTwice(a, b, sounds, apart) || isPlaceTwice(a, b, sounds, apart)
  );
}

const withoutArticle = (name: string): string => name.replace(ARTICLE, '');

const ARTICLE = /^(?:al|el|ul)[ -]/iu;
/** Letters that stand for each other at the start of a name from another alphabet. */
const DIFFERENT_STARTS = /^(?:[QKCG]{2}|[YJI]{2}|[SZ]{2}|[VW]{2}|[FP]{2})$/u;

const isFixed = (spelling: Spelling): boolean => spelling.mentions.every(({ word }) => word.fixed);

// Peña and Pena, McCain and Mccain; the same letters in capitals only are a headline's
function isSetOtherwise(a: Spelling, b: Spelling): boolean {
  if (a.text.toLowerCase() === b.text.toLowerCase()) {
    const inner = (text: string) => /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u.test(text);
    return a.text.slice(1) !== b.text.slice(1) && (inner(a.text) || inner(b.text)) && sameCompany(a, b);
  }
  return sameCompany(a, b);
}

/** Whether no first name parts them: two people have two first names. */
function sameCompany(a: Spelling, b: Spelling): boolean {
  if (a.firsts.size === 0 || b.firsts.size === 0) return true;
  for (const first of a.firsts) if (b.firsts.has(first)) return true;
  return false;
}

// Plurals, peoples and languages: Clinton and Clintons, Korea and Korean
function isInflected(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (
    /^(?:s|es|n|an|ian|r|er|ers|ese|ish|ist|ists|ism|i|is|ns|ans|ly|d|ed|ing|y|ic)$/u.test(
      long.slice(short.length),
    ) &&
    long.startsWith(short) &&
    // Zelensky and Zelenskyy are no inflection
    !(/y$/u.test(short) && /^[yi]/u.test(long.slice(short.length)))
  )
    return true;
  const stem =
    /^(.{2,}?)(?:y|ies|ia|ian|ians|ish|an|ans|ese|ic|ist|ists|ism|al|e|a|o|os|as|es|s|ed|ing|er|ers)$/u;
  const x = stem.exec(a)?.[1];
  const y = stem.exec(b)?.[1];
  if (x !== undefined && x === y)
    return (
      /(?:s|n|sh|se|c|st|m|l|d|g|r)$/u.test(a) ||
      /(?:s|n|sh|se|c|st|m|l|d|g|r)$/u.test(b) ||
      (/(?:a|o|e)$/u.test(a) && /(?:a|o|e)$/u.test(b))
    );
  return /^(.+)(?:man|woman|men|women)$/u.test(a) && /^(.+)(?:man|woman|men|women)$/u.test(b);
}

/** Persons: “Vladimir Medinsky” and “Vladimir Medinski”, or “Medinsky” with a first name and “Medinski” never. */
function isSurnameTwice(a: Spelling, b: Spelling, apart: number): boolean {
  const fullA = a.mentions.filter(isFullName);
  const fullB = b.mentions.filter(isFullName);
  const firstsOfB = new Set(fullB.map(({ word }) => word.first));
  const shared = fullA.find(({ word }) => firstsOfB.has(word.first));
  if (shared !== undefined && (apart <= 1 || isPerson(a) || isPerson(b)))
    return !isCompass(shared.word.first ?? '');
  if (fullA.length > 0 && fullB.length > 0) return false;
  // King and Kong, Bush and Busch: short names are alike by chance
  if (Math.min(a.text.length, b.text.length) < 5) return false;
  const [named, alone] = fullA.length > 0 ? [a, b] : [b, a];
  if (!named.mentions.some(isFullName)) {
    // neither has a first name: both are Mr, Ms, Dr
    return (
      apart <= 1 &&
      [a, b].every((one) =>
        one.mentions.some(({ word }) => word.title !== undefined && COURTESY.has(word.title) && !word.goesOn),
      )
    );
  }
  const spoken = alone.mentions.every(({ word }) => word.says || COURTESY.has(word.title ?? ''));
  if (!isPerson(named) && !(spoken && !named.mentions.some(({ word }) => isCompass(word.first ?? ''))))
    return false;
  return alone.mentions.every((mention) => {
    const { word } = mention;
    if (word.goesOn || word.first !== undefined) return false;
    return COURTESY.has(word.title ?? '') || (word.acts && !word.placed);
  });
}

/** Whether a word before a name is of a place's or an office's name, and no first name. */
export const isCompass = (word: string): boolean =>
  /^(?:North|South|East|West|New|Northern|Southern|Eastern|Western|San|Santa|Los|Las|Saint|St|Great|The|Old|Upper|Lower|Prime|First|Second|Third|Foreign|National|Senate|House|World|Democratic|Republican|Social|Labour|Supreme|High|Special|Central)$/u.test(
    word,
  );

/** Whether a mention is a surname after a first name. */
export const isFullName = ({ word }: Mention): boolean =>
  word.first !== undefined && !word.goesOn && word.leads >= 1 && word.leads <= 2;

/** Whether the spelling also stands alone beside a verb or a title, as surnames do. */
const isPerson = (spelling: Spelling): boolean =>
  spelling.mentions.some(
    ({ word }) => (word.acts || COURTESY.has(word.title ?? '')) && (word.first === undefined || !word.goesOn),
  );

/** First names: “Sergei Lavrov” and “Sergey Lavrov”. */
function isFirstNameTwice(a: Spelling, b: Spelling, sounds: boolean, apart: number): boolean {
  if (!sounds && (apart > 1 || Math.min(a.text.length, b.text.length) < 5)) return false;
  if (!shareNext(a, b)) return false;
  const [short, long] = a.text.length <= b.text.length ? [a.text, b.text] : [b.text, a.text];
  // Louis and Louise, Simon and Simone
  if (sounds) return !long.startsWith(short) || !/^(?:e|ne|le|te)$/u.test(long.slice(short.length));
  // Christian and Christina, Mario and Maria
  const lasts = a.text.slice(-1) + b.text.slice(-1);
  if (lasts.charAt(0) !== lasts.charAt(1) && /[aeo]/u.test(lasts)) return false;
  return !/(?:a|e|o|ie|ine|i|ia)$/u.test(ending(a.text, b.text));
}

// Paul and Paula, Francis and Frances, Carlo and Carla are two people
function ending(a: string, b: string): string {
  let same = 0;
  while (same < a.length && a.charAt(same) === b.charAt(same)) same += 1;
  const rest = a.length >= b.length ? a.slice(same) : b.slice(same);
  return rest.length <= 3 && same >= Math.min(a.length, b.length) - 1 ? rest : '';
}

function shareNext(a: Spelling, b: Spelling): boolean {
  const after = (spelling: Spelling) => new Set(spelling.mentions.flatMap(({ word }) => word.next ?? []));
  const ofB = after(b);
  for (const next of after(a)) if (ofB.has(next)) return true;
  return false;
}

/** Names of so many letters are alike by chance so seldom that one need not stand after “in”. */
const LONG_NAME = 9;

/** Places and other names of one long word, a letter apart. */
function isPlaceTwice(a: Spelling, b: Spelling, sounds: boolean, apart: number): boolean {
  const long = Math.min(a.text.length, b.text.length) >= LONG_NAME;
  if (Math.min(a.text.length, b.text.length) < 7 || (!sounds && apart > 1)) return false;
  const single = (spelling: Spelling) =>
    spelling.mentions.every(
      ({ word }) => word.first === undefined && !word.goesOn && word.title === undefined,
    ) && spelling.mentions.some(({ word }) => (word.placed || long) && !word.startsSentence);
  return single(a) && single(b);
}

/** Names that are alike and two. */
const TWO_NAMES: readonly (readonly string[])[] = [
  ['Wikipedia', 'Wikimedia'],
  ['Antarctic', 'Antarctica'],
  ['Australia', 'Austria'],
  ['Slovakia', 'Slovenia'],
  ['Mauritius', 'Mauritania'],
  ['Dominica', 'Dominican'],
  ['Niger', 'Nigeria'],
];

/** Whether a spelling is close enough to the one the house uses to be meant for it. */
export function isNear(right: string, text: string): boolean {
  if (right.charAt(0) !== text.charAt(0) || right.length < 5) return false;
  if (plainForm(right) === plainForm(text) || soundForm(right) === soundForm(text)) return true;
  return !isInflected(right, text) && distance(right, text, 1) <= 1;
}
