import { distance } from '../../language/distance.ts';
import type { Mention as InDraft } from '../groups.ts';
import { COURTESY, type NameSummary, type NameWord, plainForm, soundForm } from './names.ts';
import { KNOWN_GROUP, PLACE_SPELLINGS } from './spellings.ts';

/** A word of a name in the draft. */
export type Mention = InDraft<NameSummary, NameWord>;

/** One spelling and all that the draft says with it. */
export interface Spelling {
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** Words that stand before it in names. */
  readonly firsts: ReadonlySet<string>;
}

/** Two spellings that are most likely one name; `keep` is the commoner one, or the earlier of two that are as common. */
export interface Pair {
  readonly keep: Spelling;
  readonly change: Spelling;
  /** Told by likeness alone: no name if the draft has one of the two as an ordinary word. */
  readonly byLikeness: boolean;
  /** How it was found: pairs found in the same way are told in the order of the draft, these ways one after the other. */
  readonly way: Way;
}

/** A slip of the keyboard; Kiev and Kyiv by the list; Peña and Pena, Qaddafi and Kaddafi by what is left when they are reduced. */
const WAYS = ['slip', 'list', 'sound'] as const;
type Way = (typeof WAYS)[number];

/** Keeps the pairs of spellings that are most likely one name. */
export interface Pairs {
  /** The pairs, in the order they are told in. */
  all(): readonly Pair[];
  /** Judges anew those in which one of these spellings stands; one that nobody mentions any more is forgotten. */
  renew(changed: readonly Spelling[]): void;
}

/** Makes an empty keeper of pairs. */
export function keepPairs(): Pairs {
  const forms = new Map<string, Form>();
  const buckets: Readonly<Record<Way, Map<string, Set<Form>>>> = {
    slip: new Map(),
    list: new Map(),
    sound: new Map(),
  };
  const pairs = new Map<string, Pair>();

  function enter(spelling: Spelling): Form {
    const known = forms.get(spelling.text);
    if (known !== undefined) {
      known.spelling = spelling;
      return known;
    }
    const form = formOf(spelling);
    forms.set(spelling.text, form);
    for (const way of WAYS) {
      const key = keyOf(form, way);
      if (key === undefined) continue;
      const bucket = buckets[way].get(key);
      if (bucket === undefined) buckets[way].set(key, new Set([form]));
      else bucket.add(form);
    }
    return form;
  }

  function forget(text: string): void {
    const form = forms.get(text);
    if (form === undefined) return;
    forms.delete(text);
    for (const way of WAYS) {
      const key = keyOf(form, way) ?? '';
      const bucket = buckets[way].get(key);
      bucket?.delete(form);
      if (bucket?.size === 0) buckets[way].delete(key);
    }
  }

  function judge(one: Form, other: Form, way: Way): void {
    const [a, b] = comesFirst(one.spelling, other.spelling) ? [one, other] : [other, one];
    const judged = areOneName(a, b);
    if (judged === undefined || areBeside(a.spelling, b.spelling)) return;
    const [keep, change] = inOrder(a.spelling, b.spelling);
    pairs.set(`${a.spelling.text}\n${b.spelling.text}`, { keep, change, byLikeness: judged === 'like', way });
  }

  return {
    renew(changed) {
      const texts = new Set(changed.map(({ text }) => text));
      for (const [key, { keep, change }] of pairs)
        if (texts.has(keep.text) || texts.has(change.text)) pairs.delete(key);
      for (const { text, mentions } of changed) if (mentions.length === 0) forget(text);
      const renewed = changed
        .filter(({ text, mentions }) => text.length >= 3 && mentions.length > 0)
        .map(enter);
      for (const form of renewed) {
        const { text } = form.spelling;
        const seen = new Set([form]);
        for (const way of WAYS) {
          for (const other of buckets[way].get(keyOf(form, way) ?? '') ?? []) {
            if (seen.has(other) || (way === 'slip' && !mayBeSlip(form, other))) continue;
            seen.add(other);
            // of two that are both new, one looks for the other
            if (text < other.spelling.text || !texts.has(other.spelling.text)) judge(form, other, way);
          }
        }
      }
    },
    all() {
      const place = ({ keep, change }: Pair) => (comesFirst(keep, change) ? [keep, change] : [change, keep]);
      const order = (a: Spelling | undefined, b: Spelling | undefined) =>
        a === b ? 0 : a === undefined || b === undefined || comesFirst(a, b) ? -1 : 1;
      return [...pairs.values()].sort((a, b) => {
        const [x, y] = [place(a), place(b)];
        return WAYS.indexOf(a.way) - WAYS.indexOf(b.way) || order(x[0], y[0]) || order(x[1], y[1]);
      });
    },
  };
}

/** A spelling and the forms it is compared in. */
interface Form {
  spelling: Spelling;
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
    plain: plainForm(text),
    sound: soundForm(withoutArticle(text)),
  };
}

function keyOf({ initial, group, sound }: Form, way: Way): string | undefined {
  switch (way) {
    case 'slip':
      return initial;
    case 'list':
      return group;
    case 'sound':
      return sound;
  }
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
  return comesFirst(a, b) ? [a, b] : [b, a];
}

const comesFirst = (a: Spelling, b: Spelling): boolean =>
  isBefore(a.mentions[0] as Mention, b.mentions[0] as Mention);

/** Whether one mention stands before another. */
export const isBefore = (a: Mention, b: Mention): boolean =>
  a.spot.at === b.spot.at ? a.item <= b.item : a.spot.at < b.spot.at;

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

const ARTICLE = /^(?:al|el|ul)[ -]/i;
/** Letters that stand for each other at the start of a name from another alphabet. */
const DIFFERENT_STARTS = /^(?:[QKCG]{2}|[YJI]{2}|[SZ]{2}|[VW]{2}|[FP]{2})$/u;

const isFixed = (spelling: Spelling): boolean => spelling.mentions.every(({ said: word }) => word.fixed);

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
  const firstsOfB = new Set(fullB.map(({ said: word }) => word.first));
  const shared = fullA.find(({ said: word }) => firstsOfB.has(word.first));
  if (shared !== undefined && (apart <= 1 || isPerson(a) || isPerson(b)))
    return !isCompass(shared.said.first ?? '');
  if (fullA.length > 0 && fullB.length > 0) return false;
  // King and Kong, Bush and Busch: short names are alike by chance
  if (Math.min(a.text.length, b.text.length) < 5) return false;
  const [named, alone] = fullA.length > 0 ? [a, b] : [b, a];
  if (!named.mentions.some(isFullName)) {
    // neither has a first name: both are Mr, Ms, Dr
    return (
      apart <= 1 &&
      [a, b].every((one) =>
        one.mentions.some(
          ({ said: word }) => word.title !== undefined && COURTESY.has(word.title) && !word.goesOn,
        ),
      )
    );
  }
  if (named.mentions.some(({ said: word }) => isCompass(word.first ?? ''))) return false;
  const spoken = alone.mentions.every(({ said: word }) => word.says || COURTESY.has(word.title ?? ''));
  if (alone.mentions.some(({ said: word }) => word.goesOn || word.first !== undefined)) return false;
  const acting = alone.mentions.every(
    ({ said: word }) => COURTESY.has(word.title ?? '') || (word.acts && !word.placed),
  );
  // what the draft shows to be a person may be two slips apart beside a verb
  const isSure = isPerson(named) || standsAlone(named);
  const opens = alone.mentions.every(({ said: word }) => word.startsSentence && !word.possessive);
  return isSure ? acting || isSlipOf(alone, named) : spoken || (!opens && isSlipOf(alone, named));
}

/** Whether a lone name that does nothing is a slip of a person's: “Hanson’s view”, “met Hanson”, beside James Hansen. */
const isSlipOf = (alone: Spelling, named: Spelling): boolean =>
  alone.mentions.length <= MOST_SLIPS &&
  (alone.mentions.length < named.mentions.length ||
    (alone.mentions.length === named.mentions.length && alone.text.length >= LONG_SURNAME)) &&
  alone.mentions.every(
    ({ said: word, spot }) =>
      !word.located &&
      (!word.definite || (word.owned && alone.text.length >= TWO_SLIPS)) &&
      !spot.summary.roster &&
      spot.summary.kind === 'body',
  ) &&
  (distance(plainForm(alone.text), plainForm(named.text), 1) <= 1 ||
    (alone.text.length >= LONG_SURNAME && lettersOf(alone) === lettersOf(named)) ||
    (alone.text.length >= LONG_SURNAME && soundForm(alone.text) === soundForm(named.text)));

/** The letters of a name, in whatever order: Petrakis and Petrikas are one slip of two fingers apart. */
const lettersOf = ({ text }: Spelling): string => [...plainForm(text)].sort().join('');

/** Whether somebody with a first name is also called by the surname alone where a sentence starts. */
const standsAlone = ({ mentions }: Spelling): boolean =>
  !mentions.some(({ said: word }) => isCompass(word.first ?? '')) &&
  mentions.some(
    ({ said: word }) => word.first === undefined && !word.goesOn && word.startsSentence && !word.possessive,
  );

/** Surnames of so many letters are seldom a letter apart by chance, though each comes but once. */
const LONG_SURNAME = 6;

/** A slip is made once or twice; a name that comes oftener is somebody's. */
const MOST_SLIPS = 2;

/** Whether a word before a name is of a place's or an office's name, and no first name. */
export const isCompass = (word: string): boolean =>
  /^(?:North|South|East|West|New|Northern|Southern|Eastern|Western|San|Santa|Los|Las|Saint|St|Great|The|Old|Upper|Lower|Prime|First|Second|Third|Foreign|National|Senate|House|World|Democratic|Republican|Social|Labour|Supreme|High|Special|Central)$/u.test(
    word,
  );

/** Whether a mention is a surname after a first name. */
export const isFullName = ({ said: word }: Mention): boolean =>
  word.first !== undefined && !word.goesOn && word.leads >= 1 && word.leads <= 2;

/** Whether the spelling also stands alone beside a verb or a title, as surnames do. */
const isPerson = (spelling: Spelling): boolean =>
  spelling.mentions.some(
    ({ said: word }) =>
      (word.acts || COURTESY.has(word.title ?? '')) && (word.first === undefined || !word.goesOn),
  );

/** First names: “Sergei Lavrov” and “Sergey Lavrov”. */
function isFirstNameTwice(a: Spelling, b: Spelling, sounds: boolean, apart: number): boolean {
  const least = Math.min(a.text.length, b.text.length);
  if (!sounds && (apart > 1 || least < 5) && (apart > 2 || least < TWO_SLIPS)) return false;
  if (!shareNext(a, b)) return false;
  const [short, long] = a.text.length <= b.text.length ? [a.text, b.text] : [b.text, a.text];
  // Louis and Louise, Simon and Simone
  if (sounds) return !long.startsWith(short) || !/^(?:e|ne|le|te)$/u.test(long.slice(short.length));
  // Christian and Christina, Mario and Maria
  const lasts = a.text.slice(-1) + b.text.slice(-1);
  if (lasts.charAt(0) !== lasts.charAt(1) && /[aeo]/u.test(lasts)) return false;
  return !/(?:a|e|o|ie|ine|i|ia)$/u.test(ending(a.text, b.text));
}

/** Whether two are told apart side by side: “Stephen and Steven Kerr”, “Bracken and Brackan”. */
const areBeside = (a: Spelling, b: Spelling): boolean => leadsTo(a, b) || leadsTo(b, a);

const hasRank = ({ said: { title = '' } }: Mention): boolean =>
  /^(?:Lord|Lady|King|Queen|Prince|Princess)$/u.test(title);

const isIntroduced = (mention: Mention): boolean => mention.said.title !== undefined || isFullName(mention);

const leadsTo = (a: Spelling, b: Spelling): boolean =>
  a.mentions.some((one) =>
    b.mentions.some(
      (other) =>
        other.spot.at === one.spot.at &&
        // “Catherine Moor and Katherine Moor”
        ((other.item === one.item + 2 && other.said.joined && one.said.next !== undefined) ||
          (other.item === one.item + 1 &&
            (other.said.joined || (one.said.next === undefined && other.said.next !== undefined))) ||
          // “Colonel Smythe left his house to Arthur Smith”, “Kim Jin-su met Kim Jin-soo”
          (one.item < other.item &&
            other === b.mentions[0] &&
            (isFullName(other) || hasRank(other)) &&
            isIntroduced(one))),
    ),
  );

// Paul and Paula, Francis and Frances, Carlo and Carla are two people
function ending(a: string, b: string): string {
  let same = 0;
  while (same < a.length && a.charAt(same) === b.charAt(same)) same += 1;
  const rest = a.length >= b.length ? a.slice(same) : b.slice(same);
  return rest.length <= 3 && same >= Math.min(a.length, b.length) - 1 ? rest : '';
}

function shareNext(a: Spelling, b: Spelling): boolean {
  const after = (spelling: Spelling) =>
    new Set(spelling.mentions.flatMap(({ said: word }) => word.next ?? []));
  const ofB = after(b);
  for (const next of after(a)) if (ofB.has(next)) return true;
  return false;
}

/** Names of so many letters, a letter apart, are hardly two names. */
const LONG_NAME = 7;

/** Places, firms and other names of one long word, a letter apart; one of the two may open a longer name: “Tolmouth Sanctuary”. */
function isPlaceTwice(a: Spelling, b: Spelling, sounds: boolean, apart: number): boolean {
  if (Math.min(a.text.length, b.text.length) < LONG_NAME || (!sounds && apart > 1)) return false;
  const isFree = ({ mentions }: Spelling) =>
    mentions.every(({ said: word }) => word.first === undefined && word.title === undefined);
  const isSingle = ({ mentions }: Spelling) => mentions.every(({ said: word }) => !word.goesOn);
  const isName = ({ mentions }: Spelling) =>
    mentions.some(({ said: word }) => !word.startsSentence || word.possessive);
  const isLong = Math.min(a.text.length, b.text.length) > LONG_NAME + 1;
  const isPlaced = ({ mentions }: Spelling) =>
    mentions.some(({ said: word }) => (word.placed || isLong) && !word.startsSentence);
  // Germany and Germans end in two ways, as a people and its country do
  const sameEnd = a.text.slice(-1) === b.text.slice(-1);
  return (
    isFree(a) &&
    isFree(b) &&
    (isSingle(a) || isSingle(b)) &&
    (isName(a) || isName(b)) &&
    (sameEnd || (isPlaced(a) && isPlaced(b)))
  );
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
