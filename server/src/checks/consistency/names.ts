import { outsideAddresses } from '../../draft/addresses.ts';
import type { ParagraphKind, Prose } from '../../draft/prose.ts';
import { inQuote } from '../../draft/quotes.ts';
import type { Span } from '../../draft/span.ts';
import { MONTHS, WEEKDAYS } from '../../language/calendar.ts';
import { wordSet } from '../../language/closed-class.ts';
import { startsSmall } from '../../language/tokens.ts';
import type { Word } from '../../language/words.ts';
import { PLACE_SPELLINGS } from './spellings.ts';

/** A word of a name as it stands in a paragraph; spans are UTF-16 offsets of its text. */
export interface NameWord extends Span {
  readonly text: string;
  /** The word of the same name before it: “Rustem” for “Umerov”. */
  readonly first?: string;
  /** The first words of the name before `first`, for names of three words and more. */
  readonly leads: number;
  /** Whether the name goes on after this word. */
  readonly goesOn: boolean;
  /** Mr, Ms, Dr … right before the name; only on its first word. */
  readonly title?: string;
  /** The two words before the name, in lower case, when they say what somebody is: “defence minister”. */
  readonly role?: string;
  /** A verb of saying or doing stands beside it, as beside a person. */
  readonly acts: boolean;
  /** A verb of saying stands beside it, as beside a source. */
  readonly says: boolean;
  readonly startsSentence: boolean;
  /** Stands after “in”, “at” and the like, as a place does. */
  readonly placed: boolean;
  /** The surname after a first name. */
  readonly next?: string;
  /** Within somebody's direct quote. */
  readonly quoted: boolean;
  /** Part of a longer name that keeps its spelling: chicken Kiev. */
  readonly fixed: boolean;
  /** Stands after “in” and its like, where hardly anything but a place stands: not “from” or “at”. */
  readonly located: boolean;
  /** Named right after another name: “Bracken and Brackan”, which are two. */
  readonly joined: boolean;
  /** After “of” or “the”, as a source's name is not. */
  readonly owned: boolean;
  /** After “the”, told as a name (“her name is Pennell”), or a part of what is hyphened or abbreviated, as no person's name is. */
  readonly definite: boolean;
  readonly possessive: boolean;
}

/** The names of a paragraph. */
export interface NameSummary {
  readonly words: readonly NameWord[];
  readonly kind: ParagraphKind;
  /** Speaks of somebody's family, where two people have one surname. */
  readonly family: boolean;
  /** A list of names and little else, in which people stand by their surnames: a team sheet. */
  readonly roster: boolean;
}

const TITLES = wordSet(
  'Mr Mrs Ms Miss Mister Dr Sir Lord Lady Dame Prof Professor Rev Reverend Judge Justice Sgt Sergeant Capt Captain Lt Col Colonel Gen General Maj Major Cpl Pte Det Insp Inspector Supt Cllr Councillor Sen Senator Rep Representative Congressman Congresswoman Gov Governor President Prime Minister Chancellor Secretary Mayor King Queen Prince Princess Pope Cardinal Bishop Archbishop Imam Sheikh Ayatollah Father Sister Brother Deputy Vice Former Chief Officer Detective Constable PC Attorney Ambassador Premier Speaker Chairman Chairwoman Director Coach Manager Captain Commissioner Commander Admiral Lieutenant Private Corporal Doctor',
);
/** Titles that tell a man from a woman. */
export const COURTESY = new Set(['Mr', 'Mrs', 'Ms', 'Miss']);

const PARTICLE = /^(?:de|van|von|der|den|la|le|di|da|del|della|bin|ibn|al|el|ben|abu|ter|ten|dos|du|st)$/u;
const AL = /^(?:al|el|ul|as|ash|ad|ar|an|at)[-‐‑]\p{Lu}/u;
// Beside these a capitalised word is a person.
const SPEECH =
  /^(?:said|says|say|told|tells|added|adds|insisted|warned|argued|claimed|admitted|denied|wrote|writes|asked|replied|explained|announced|called|refused|declined|accused|urged|promised|vowed|confirmed|insists|believes|believed|thinks|thought|described|noted|went|testified|pleaded|resigned|died|joined|scored|won|beat|lost|has|had|was|is|will|would|who|also|did|does|later|tweeted|spoke|continued|concluded|suggested|hopes|hoped|wants|wanted|agreed|signed|led|met|made|took|became|left|came|stood|sat|ran|fell|gave|got|held|kept|knew|ate|drove|flew|fought|grew|sang|sold|sent|shot|swore|taught|wore|withdrew|began|broke|bought|chose|found|heard|paid|put|quit|read|rose|saw|set|slept|spent|struck)$/u;
const SAYS =
  /^(?:said|says|told|added|insisted|warned|argued|claimed|admitted|denied|asked|replied|explained|declined|accused|urged|confirmed|tweeted|concluded)$/u;
const SAY_BEFORE =
  /^(?:said|says|told|added|asked|replied|insisted|warned|explained|wrote|argued|by|with|against|that|and|to|but)$/u;
const PLACE_BEFORE =
  /^(?:in|at|near|from|outside|around|across|into|north|south|east|west|northern|southern|eastern|western|central)$/i;
const NOT_NAME = wordSet(
  `I The A An In On At It He She We They You But And Or If As To For Of By With From This That These Those There Then When While Where What Who Why How Which After Before During Since Under Over Into Although Though Because However Also Both Each Every Some Any All Many Most More Much No Not Now Only Our Their His Her Its My Your Such So Yet Yes Just Even Still Once Here ${[...WEEKDAYS, ...MONTHS].join(' ')} Mr Mrs Ms Miss Dr God`,
);

const FAMILY =
  /\b(?:wife|husband|widow|couple|married|brother|sister|son|daughter|father|mother|parents|family|spouse|Mr and Mrs|cousin|uncle|aunt|twins?)\b/i;
/** Between two names that are told apart. */
const JOINED = /\p{Lu}[\p{L}’'-]+(?:,? (?:and|or|nor|not|but|versus|v) |, )$/u;
/** Names of dishes, clubs and works keep the old spelling. */
const FIXED_NAMES =
  /\b(?:[Cc]hicken|Dynamo|Dinamo|FC|Great Gate of|[Kk]ievan|Radio|University|Peking (?:duck|University|opera)|Texas)\b/u;

const startsCapital = (word: string): boolean => {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(word);
};
const isNameLike = (word: string): boolean =>
  (startsCapital(word) &&
    !/\p{N}|[’'](?:ve|ll|re|d|m|t)$/u.test(word) &&
    /\p{Ll}/u.test(word) &&
    !NOT_NAME.has(bare(word))) ||
  ('aeu'.includes(word.charAt(0)) && AL.test(word));

/** The word without the mark of possession. */
export const bare = (word: string): string => word.replace(/[’']s?$/u, '');

/** Collects the names of a paragraph; those in addresses are spelled as addresses are. */
export function namesIn(prose: Prose): NameSummary {
  const { text } = prose;
  const words = outsideAddresses(text, prose.words);
  const found: NameWord[] = [];
  const starts = new Set(prose.sentences.map((one) => one.start));
  const afterQuote = (word: Word) =>
    /[“"‘'«:([]\s*$/u.test(text.slice(Math.max(0, word.start - 2), word.start));
  let at = 0;
  while (at < words.length) {
    const head = words[at] as Word;
    if (!isNameLike(head.text) && !isTitle(head.text) && !isArticle(text, words, at)) {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < words.length && joins(text, words, end)) end += 1;
    found.push(...namesOfRun(prose, words, at, end, starts.has(head.start) || afterQuote(head)));
    at = end;
  }
  return {
    words: found,
    kind: prose.kind,
    roster:
      found.length >= 3 &&
      found.length > words.filter(({ text: word }) => startsSmall(word) || /^\p{L}/u.test(word)).length * 0.7,
    family: found.some(({ title }) => COURTESY.has(title ?? '')) && FAMILY.test(text),
  };
}

// “al Hadi” at the head of a name
const isArticle = (text: string, words: readonly Word[], at: number): boolean => {
  const next = words[at + 1];
  const word = words[at] as Word;
  return (
    (word.text === 'al' || word.text === 'el') &&
    next !== undefined &&
    text.slice(word.end, next.start) === ' ' &&
    isNameLike(next.text)
  );
};

// “Von der Leyen” opens a sentence with a capital that is none of the name's
const isParticle = ({ text }: Word, opens: boolean): boolean =>
  PARTICLE.test(text) || (opens && /^(?:Von|Van|De|Der|Den|Di|Da|Du|Bin)$/u.test(text));

const isTitle = (word: string): boolean => TITLES.has(word);

// a name goes on over single spaces, initials' stops and small words within it (van der Veer)
function joins(text: string, words: readonly Word[], at: number): boolean {
  const previous = words[at - 1] as Word;
  const word = words[at] as Word;
  const gap = text.slice(previous.end, word.start);
  const initial = /^\p{Lu}$/u.test(previous.text) || isTitle(previous.text);
  if (gap !== ' ' && !(initial && /^\.\s?$/u.test(gap)) && gap !== ' ') return false;
  if (/[’']s?$/u.test(previous.text) && /[’']s$/u.test(previous.text)) return false;
  if (isNameLike(word.text) || /^\p{Lu}$/u.test(word.text)) return word.text !== 'I' && word.text !== 'A';
  const next = words[at + 1];
  const further = words[at + 2];
  return (
    PARTICLE.test(word.text) &&
    next !== undefined &&
    text.slice(word.end, next.start) === ' ' &&
    (isNameLike(next.text) || (PARTICLE.test(next.text) && further !== undefined && isNameLike(further.text)))
  );
}

function namesOfRun(
  prose: Prose,
  words: readonly Word[],
  from: number,
  to: number,
  opens: boolean,
): NameWord[] {
  let first = from;
  let title: string | undefined;
  // “Russian President Vladimir Putin” is Vladimir Putin
  for (let i = from; i < to - 1 || (i < to && i === first); i += 1) {
    if (!isTitle((words[i] as Word).text)) continue;
    title = (words[i] as Word).text;
    first = i + 1;
  }
  const run: Run = { words, from, first, to, title, opens };
  const around = aroundRun(prose.text, run);
  const found: NameWord[] = [];
  for (let i = first; i < to; i += 1) {
    const word = words[i] as Word;
    if (PARTICLE.test(word.text) || /^\p{Lu}$/u.test(word.text)) continue;
    if (/^(?:Al|El|Ul)$/u.test(word.text) && i + 1 < to) continue;
    if (i === first && i + 1 < to && isParticle(word, true)) continue;
    found.push(nameWordAt(prose, run, around, i));
  }
  return found;
}

/** Capitalised words in a row, by their numbers: `from` to `to`, the name itself from `first` on, behind its `title`. */
interface Run {
  readonly words: readonly Word[];
  readonly from: number;
  readonly first: number;
  readonly to: number;
  readonly title: string | undefined;
  readonly opens: boolean;
}

/** What stands beside a run, and what that says of it. */
interface AroundRun {
  /** The words right before and right after it, if only a space is between. */
  readonly before: string;
  readonly after: string;
  readonly role: string | undefined;
  readonly isFirm: boolean;
  readonly acts: boolean;
}

function aroundRun(text: string, { words, from, first, to, title }: Run): AroundRun {
  const preceding = words[from - 1];
  const following = words[to];
  const runEnd = (words[to - 1] as Word).end;
  const before =
    preceding !== undefined && text.slice(preceding.end, (words[from] as Word).start) === ' '
      ? preceding.text
      : '';
  const after =
    following !== undefined && /^\s$/u.test(text.slice(runEnd, following.start)) ? following.text : '';
  const acts =
    SPEECH.test(after) ||
    /^\p{Ll}{2,}ed$/u.test(after) ||
    (SAY_BEFORE.test(before) && !PLACE_BEFORE.test(before)) ||
    // “its secretary, Margaret Hensley, said”
    (following !== undefined &&
      text.slice(runEnd, following.start) === ', ' &&
      /^(?:said|says|who|told|added)$/u.test(following.text));
  const roleWords = words.slice(Math.max(0, from - 2), from).map((word) => word.text.toLowerCase());
  const role =
    title !== undefined && first - from >= 2
      ? words
          .slice(first - 2, first)
          .map((word) => word.text.toLowerCase())
          .join(' ')
      : roleWords.length === 2 && before !== '' && roleWords.every((word) => /^\p{L}{4,}$/u.test(word))
        ? roleWords.join(' ')
        : undefined;
  const isFirm = /^(?:plc|inc|ltd|llc|group|co|corp|party|shares|council|university|college|school)$/i.test(
    after,
  );
  return { before, after, role, isFirm, acts };
}

/** The name's word before one, over “von der” and the like. */
function wordBefore({ words, first }: Run, at: number): string | undefined {
  let back = at;
  while (back >= first && isParticle(words[back] as Word, back === first)) back -= 1;
  return back >= first ? words[back]?.text : undefined;
}

function nameWordAt(prose: Prose, run: Run, around: AroundRun, i: number): NameWord {
  const { text, quotes } = prose;
  const { words, from, first, to, title, opens } = run;
  const { before, after, role, isFirm, acts } = around;
  const word = words[i] as Word;
  const name = bare(word.text);
  // either apostrophe is the same spelling, and so are the two ways of coding an accent
  const spelled = name.normalize('NFC').replace(/['‘ʼ]/gu, '’');
  // “al Hadi” is one name in two words
  const article =
    i > from && /^(?:al|el|ul)$/i.test((words[i - 1] as Word).text) ? (words[i - 1] as Word) : undefined;
  const previous = wordBefore(run, i - (article === undefined ? 1 : 2));
  const end = word.start + name.length;
  const next =
    // “Singer Katherine Vasey” opens a sentence: what she is has a capital too
    i < to - 1 && (previous === undefined || (opens && i === first + 1 && i === to - 2))
      ? /^\s(?:\p{Lu}\.\s)?(?<surname>[\p{L}’'-]{3,})/u
          .exec(text.slice(end, end + 40))
          ?.groups?.surname?.replace(/[’']s?$/u, '')
      : undefined;
  const placed = PLACE_BEFORE.test(before) && title === undefined;
  return {
    text: article === undefined ? spelled : `${article.text} ${spelled}`,
    start: article?.start ?? word.start,
    end,
    ...(previous === undefined ? {} : { first: previous }),
    leads: words.slice(first, i).filter((one, at) => !isParticle(one, at === 0)).length,
    goesOn: i < to - 1,
    ...(i === first && title !== undefined ? { title } : {}),
    ...(role === undefined ? {} : { role }),
    says:
      i === to - 1 &&
      !isFirm &&
      before !== 'the' &&
      before !== 'The' &&
      (SAYS.test(after) || /^(?:said|says|added|insisted|warned|explained|told)$/u.test(before)),
    acts: acts && !isFirm && i === to - 1 && !/[’']s$/u.test(word.text),
    startsSentence: i === from && opens,
    placed,
    located: placed && !/^(?:from|at|into|across|around)$/i.test(before),
    joined: i === from && JOINED.test(text.slice(Math.max(0, word.start - 40), word.start)),
    ...(next === undefined ? {} : { next }),
    quoted: quotes.length > 0 && inQuote(quotes, { start: word.start, end }),
    fixed:
      PLACE_SPELLINGS.has(spelled) && FIXED_NAMES.test(text.slice(Math.max(0, word.start - 20), end + 12)),
    owned: /^(?:of|the|The)$/u.test(before),
    possessive: end < word.end || /^[’']s\b/u.test(text.slice(end, end + 3)),
    definite:
      /^(?:an?|the|The|is|was|née|né)$/u.test(before) ||
      // “his name was called Pennell”, but not “Hurst called Ferrante the best”
      (/^(?:called|named)$/u.test(before) && !startsCapital(words[from - 2]?.text ?? '')) ||
      /(?:[-‐‑&@#/]\s?|\b\p{Lu}\.?\s)$/u.test(text.slice(Math.max(0, word.start - 3), word.start)) ||
      /^\s?[-‐‑&@/]/u.test(text.slice(end, end + 2)),
  };
}

/** A spelling with accents, case, hyphens and apostrophes taken away: what is left is the same name set otherwise. */
export const plainForm = (name: string): string =>
  /^[a-z]+$/i.test(name) ? name.toLowerCase() : plainFormOf(name);

const plainFormOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ø/gu, 'o')
    .replace(/ł/gu, 'l')
    .replace(/ß/gu, 'ss')
    .replace(/æ/gu, 'ae')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');

/** A spelling reduced to how it sounds in the usual ways of writing other alphabets: Zelenskyy and Zelenskiy are one. */
export function soundForm(name: string): string {
  return (
    plainForm(name)
      .replace(/^(?:gh|q|k|kh|c(?=[aouklrt]))/u, 'k')
      .replace(/ph/gu, 'f')
      // Stewart and Stuart
      .replace(/(?<=^st|^br)ewa/gu, 'ua')
      .replace(/(?:ck|kk|q|kh|c(?=[aouklrt]))/gu, 'k')
      .replace(/(?:tch|tsch|ch|cz|č)/gu, 'C')
      .replace(/(?:sh|sch|sz)/gu, 'S')
      .replace(/(?:zh|j)/gu, 'J')
      .replace(/w/gu, 'v')
      .replace(/x/gu, 'ks')
      .replace(/(?:iy|yy|ij|yi|ii|ey|ei|ie|ee|ea|y|i)/gu, 'i')
      .replace(/(?:ou|oo|u|o)/gu, 'o')
      .replace(/h/gu, '')
      .replace(/(.)\1/gu, '$1')
      .replace(/e$/u, '')
  );
}

/** Whether two words of names are the same and used in the same way, wherever they stand in their paragraphs. */
export const sameName = (a: NameWord, b: NameWord): boolean =>
  a.text === b.text &&
  a.first === b.first &&
  a.leads === b.leads &&
  a.goesOn === b.goesOn &&
  a.title === b.title &&
  a.role === b.role &&
  a.acts === b.acts &&
  a.says === b.says &&
  a.startsSentence === b.startsSentence &&
  a.placed === b.placed &&
  a.located === b.located &&
  a.joined === b.joined &&
  a.next === b.next &&
  a.quoted === b.quoted &&
  a.fixed === b.fixed &&
  a.owned === b.owned &&
  a.definite === b.definite &&
  a.possessive === b.possessive;
